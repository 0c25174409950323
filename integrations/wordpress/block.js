// The block in the editor: its fields, and a preview in a frame, so that no script of the letter's site runs there.

(({ blocks, element, blockEditor, components, i18n }) => {
  const { createElement: el, Fragment } = element;
  const { __ } = i18n;
  const LETTER = /^(https?:\/\/[^/?#]+(?:\/[^?#]*)?)\/letters\/[^?#]*$/i;

  /** The address of the letter in a frame of its own site; empty if the address is not that of a letter. */
  const frame = ({ src, ...rest }) => {
    const site = LETTER.exec(src.trim())?.[1];
    if (!site) return "";
    const letter = src.trim().slice(site.length + 1);
    const query = Object.entries(rest).filter(([, value]) => value).map(([name, value]) => `&${name}=${encodeURIComponent(value)}`);
    return `${site}/embed.html?letter=${letter}${query.join("")}`;
  };

  const text = (name, label, help, { attributes, setAttributes }) =>
    el(components.TextControl, { key: name, label, help, value: attributes[name], onChange: (value) => setAttributes({ [name]: value }) });

  const choice = (name, label, options, { attributes, setAttributes }) =>
    el(components.SelectControl, {
      key: name,
      label,
      value: attributes[name],
      options: options.map(([value, label]) => ({ value, label })),
      onChange: (value) => setAttributes({ [name]: value }),
    });

  const edit = (props) => {
    const address = frame(props.attributes);
    const usual = ["", __("Like the page", "open-letter")];
    return el(
      "div",
      blockEditor.useBlockProps(),
      el(
        blockEditor.InspectorControls,
        null,
        el(
          components.PanelBody,
          { title: __("Open Letter", "open-letter") },
          choice("show", __("What it shows", "open-letter"), [
            ["", __("The whole letter", "open-letter")],
            ["title summary count sign", __("Title, summary, count and button", "open-letter")],
            ["count sign", __("Count and button", "open-letter")],
            ["count", __("Count alone", "open-letter")],
            ["roll", __("Names alone", "open-letter")],
          ], props),
          choice("look", __("Look", "open-letter"), [usual, ["paper", "Paper"], ["press", "Press"], ["plain", "Plain"]], props),
          choice("theme", __("Light or dark", "open-letter"), [usual, ["light", __("Light", "open-letter")], ["dark", __("Dark", "open-letter")]], props),
          text("lang", __("Language", "open-letter"), __("Such as fr. Empty: like the page.", "open-letter"), props),
          text("partner", __("Your id, if the campaign has given you one", "open-letter"), "", props),
        ),
      ),
      text("src", __("Open Letter: address of the letter", "open-letter"), "https://letters.example/letters/my-letter/letter.json", props),
      address
        ? el("iframe", { src: address, title: __("Preview", "open-letter"), sandbox: "allow-scripts", style: { border: 0, width: "100%", height: "400px" } })
        : el(Fragment, null, el("p", null, __("Paste the address of the letter. It ends with letter.json.", "open-letter"))),
    );
  };

  blocks.registerBlockType("open-letter/letter", { edit, save: () => null });
})(window.wp);
