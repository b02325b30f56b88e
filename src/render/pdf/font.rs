//! The letters of a PDF: Noto Sans, regular and bold, cut down to Latin, Greek and Cyrillic (see `font/OFL.txt`). How wide
//! each is, and which stands in for a sign that is not there.

use krilla::text::{Font, GlyphId, KrillaGlyph};
use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider, charmap::Charmap};

use crate::render::words::Words;

const REGULAR: &[u8] = include_bytes!("font/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("font/NotoSans-Bold.ttf");
/// Shown where the font has no letter; the text in the file stays what it was.
const ABSENT: char = '\u{FFFD}';

/// One weight of the font.
pub(super) struct Face {
    /// As the writer of the file wants it.
    pub font: Font,
    map: Charmap<'static>,
    metrics: GlyphMetrics<'static>,
    em: f32,
}

/// Both weights.
pub(super) struct Fonts {
    regular: Face,
    bold: Face,
}

impl Fonts {
    /// The fonts that come with the program.
    pub fn ours() -> Option<Self> {
        Some(Self {
            regular: Face::read(REGULAR)?,
            bold: Face::read(BOLD)?,
        })
    }

    /// The weight for plain or bold words.
    pub fn face(&self, strong: bool) -> &Face {
        if strong { &self.bold } else { &self.regular }
    }

    /// How wide these words are at this size.
    pub fn width(&self, words: &[Words], size: f32) -> f32 {
        let all = words
            .iter()
            .map(|one| self.face(one.strong).width(&one.text));
        all.sum::<f32>() * size
    }
}

impl Face {
    fn read(bytes: &'static [u8]) -> Option<Self> {
        let font = FontRef::new(bytes).ok()?;
        Some(Self {
            font: Font::new(bytes.into(), 0)?,
            map: font.charmap(),
            metrics: font.glyph_metrics(Size::unscaled(), LocationRef::default()),
            em: f32::from(
                font.metrics(Size::unscaled(), LocationRef::default())
                    .units_per_em,
            ),
        })
    }

    /// How wide a letter is, as part of the size.
    pub fn advance(&self, letter: char) -> f32 {
        let glyph = skrifa::GlyphId::new(self.glyph(letter));
        self.metrics.advance_width(glyph).unwrap_or(0.0) / self.em
    }

    fn width(&self, text: &str) -> f32 {
        text.chars().map(|letter| self.advance(letter)).sum()
    }

    fn glyph(&self, letter: char) -> u32 {
        let near = match letter {
            '\u{2212}' | '\u{2012}' | '\u{2015}' => '\u{2013}',
            '\u{2192}' => '>',
            '\u{2190}' => '<',
            other => other,
        };
        let found = self.map.map(near).or_else(|| self.map.map(ABSENT));
        found.map_or(0, |glyph| glyph.to_u32())
    }

    /// The letters of a text, each with the place of what it stands for.
    pub fn glyphs(&self, text: &str) -> Vec<KrillaGlyph> {
        let all = text.char_indices().map(|(at, letter)| {
            let place = at..at + letter.len_utf8();
            let glyph = GlyphId::new(self.glyph(letter));
            KrillaGlyph::new(glyph, self.advance(letter), 0.0, 0.0, 0.0, place, None)
        });
        all.collect()
    }
}
