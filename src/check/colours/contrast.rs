//! The contrast of two colours.

use csscolorparser::Color;
use std::fmt;

/// A contrast ratio, from 1 to 21, by the level that it reaches.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Ratio {
    /// Under 4.5: too little for text (WCAG 2.2, 1.4.3, level AA).
    Low(f32),
    /// Under 7: too little for level AAA (1.4.6).
    Fair(f32),
    /// From 7.
    High(f32),
}

/// Truncated after one digit, since rounding up could show a level that it doesn't reach.
impl fmt::Display for Ratio {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Ratio::Low(ratio) | Ratio::Fair(ratio) | Ratio::High(ratio)) = self;
        write!(f, "{}:1", (ratio * 10.0).floor() / 10.0)
    }
}

/// The contrast ratio of text on its background (WCAG 2.2, *contrast ratio*).
#[must_use]
pub fn ratio(front: &Color, back: &Color) -> Ratio {
    let white = Color { r: 1.0, g: 1.0, b: 1.0, a: 1.0 };
    let back = over(back, &white);
    let (front, back) = (luminance(&over(front, &back)), luminance(&back));
    match (front.max(back) + 0.05) / (front.min(back) + 0.05) {
        ratio if ratio < 4.5 => Ratio::Low(ratio),
        ratio if ratio < 7.0 => Ratio::Fair(ratio),
        ratio => Ratio::High(ratio),
    }
}

/// A translucent colour as seen over a background.
#[must_use]
pub fn over(front: &Color, back: &Color) -> Color {
    let mix = |front_part: f32, back_part: f32| front_part * front.a + back_part * (1.0 - front.a);
    Color { r: mix(front.r, back.r), g: mix(front.g, back.g), b: mix(front.b, back.b), a: 1.0 }
}

/// WCAG 2.2, *relative luminance*.
fn luminance(colour: &Color) -> f32 {
    let [red, green, blue, _] = colour.clamp().to_linear_rgba();
    0.2126 * red + 0.7152 * green + 0.0722 * blue
}
