// The contrast of painted colours (WCAG 2.2, 1.4.11), also of mixed and transparent ones.
(() => {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d', { willReadFrequently: true });
  const painted = colours => {
    for (const colour of ['#fff', ...colours]) {
      context.fillStyle = colour;
      context.fillRect(0, 0, 1, 1);
    }
    return [...context.getImageData(0, 0, 1, 1).data.slice(0, 3)];
  };
  const luminance = rgb => {
    const [r, g, b] = rgb.map(value => value / 255).map(value => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const behind = node => {
    const colours = [];
    for (let at = node; at; at = at.assignedSlot ?? at.parentElement ?? at.getRootNode().host) {
      colours.unshift(getComputedStyle(at).backgroundColor);
    }
    return colours;
  };
  // The contrast of a colour to the background of an element.
  window.contrast = (colour, node) => {
    const ground = behind(node);
    const [light, dark] = [painted([...ground, colour]), painted(ground)].map(luminance).sort((a, b) => b - a);
    return (light + 0.05) / (dark + 0.05);
  };
})();
