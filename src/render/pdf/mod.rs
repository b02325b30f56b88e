//! PDF: to read, print and hand over. Tagged, so that who hears it gets headings, lists, tables and their heads; checked
//! against PDF/UA-1 while it is written, and not there where that fails. The same document gives the same bytes: no day, no
//! maker, and no number of pages in all.
//!
//! `flow` makes pieces of blocks · `page` gives them pages · here they are drawn.

mod figure;
mod flow;
mod font;
mod line;
mod page;
mod piece;
mod table;
mod tag;

use krilla::color::rgb;
use krilla::configure::{Accessibility, ConfigurationBuilder};
use krilla::destination::XyzDestination;
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::metadata::Metadata;
use krilla::outline::{Outline, OutlineNode};
use krilla::page::PageSettings;
use krilla::paint::{Fill, FillRule};
use krilla::surface::Surface;
use krilla::tagging::{Artifact, ArtifactType, ContentTag, SpanTag};
use krilla::{Document as File, SerializeSettings};

use self::flow::{Flow, WIDTH};
use self::font::Fonts;
use self::page::{A4, LEFT, Page, ROOM, TOP, pages};
use self::piece::{Colour, Ink, Item, Mark, SOFT, Whose};
use self::tag::Tree;
use crate::document::{Block, Document};
use crate::plain::one_line;

use super::words::Words;

/// Sizes of running text: the first, or where what stands before the first page break is meant for one page and does not
/// fit, a smaller one for that page.
const SIZES: [f32; 4] = [10.0, 9.5, 9.0, 8.5];

/// The document as a PDF in this language (`nl-NL`); nothing where it could not be made, or not accessible.
pub fn pdf(document: &Document, lang: &str) -> Option<Vec<u8>> {
    let fonts = Fonts::ours()?;
    let title = one_line(&document.title);
    let mark = document.mark.as_deref().map(one_line);
    let mut tree = Tree::new();
    let pages = laid(document, &title, mark.as_deref(), &fonts, &mut tree);
    let configuration = ConfigurationBuilder::new()
        .with_accessibility_validator(Accessibility::UA1)
        .finish()
        .ok()?;
    let mut file = File::new_with(SerializeSettings {
        configuration,
        ..SerializeSettings::default()
    });
    for (at, page) in pages.iter().enumerate() {
        let settings = PageSettings::from_wh(A4.0, A4.1)?;
        let mut sheet = file.start_page_with(settings);
        let mut surface = sheet.surface();
        for mark in page
            .marks
            .iter()
            .chain(&foot(mark.as_deref(), at + 1, &fonts))
        {
            draw(mark, &mut surface, &fonts, &mut tree)?;
        }
        surface.finish();
        sheet.finish();
    }
    file.set_metadata(Metadata::new().title(title).language(lang.to_owned()));
    file.set_outline(outline(&pages));
    file.set_tag_tree(tree.finish(lang));
    file.finish().ok()
}

/// The pages. What stands before the first page break gets the largest letters with which it fits on one.
fn laid(
    document: &Document,
    title: &str,
    mark: Option<&str>,
    fonts: &Fonts,
    tree: &mut Tree,
) -> Vec<Page> {
    let blocks = &document.blocks;
    let first = blocks
        .iter()
        .position(|block| *block == Block::PageBreak)
        .unwrap_or(0);
    let (front, rest) = blocks.split_at(first);
    let mark = mark.map(str::to_owned);
    let front =
        |size, tree: &mut Tree| Flow::pieces(fonts, tree, size, Some(title), mark.clone(), front);
    let fits = |size: &&f32| pages(front(**size, &mut Tree::new())).len() == 1;
    let size = SIZES.iter().find(fits).unwrap_or(&SIZES[0]);
    let mut items: Vec<Item> = front(*size, tree);
    items.extend(Flow::pieces(
        fonts,
        tree,
        SIZES[0],
        None,
        mark.clone(),
        rest,
    ));
    pages(items)
}

/// What stands at the foot of a page: the mark, and which page it is. Not of how many: whoever gets some pages does not see
/// that there are more.
fn foot(mark: Option<&str>, number: usize, fonts: &Fonts) -> Vec<Mark> {
    let size = 8.5;
    let number = vec![Words::plain(number.to_string())];
    let right = WIDTH - fonts.width(&number, size);
    let mark = mark.map(|mark| (0.0, vec![Words::strong(mark)]));
    let all = mark.into_iter().chain([(right, number)]);
    let all = all.map(|(x, words)| Mark {
        ink: Ink::Text {
            x,
            y: ROOM + 28.0,
            size,
            colour: SOFT,
            words,
        },
        whose: Whose::Page,
    });
    all.collect()
}

/// Draws one thing, as what it is.
fn draw(mark: &Mark, on: &mut Surface<'_>, fonts: &Fonts, tree: &mut Tree) -> Option<()> {
    match &mark.ink {
        Ink::Text {
            x,
            y,
            size,
            colour,
            words,
        } => {
            let mut x = LEFT + x;
            // A piece for each language, so that who hears it hears the right voice.
            for piece in words.chunk_by(|one, other| one.dutch == other.dutch) {
                let dutch = piece.first().is_some_and(|one| one.dutch);
                let span = SpanTag::empty().with_lang(dutch.then_some("nl-NL"));
                tagged(mark.whose, ContentTag::Span(span), on, tree, |on| {
                    on.set_fill(Some(fill(*colour)));
                    for one in piece {
                        let face = fonts.face(one.strong);
                        let at = Point::from_xy(x, TOP + y);
                        let glyphs = face.glyphs(&one.text);
                        on.draw_glyphs(at, &glyphs, face.font.clone(), &one.text, *size, false);
                        x += fonts.width(std::slice::from_ref(one), *size);
                    }
                });
            }
        }
        Ink::Drawing {
            x,
            y,
            scale,
            drawing,
        } => tagged(mark.whose, ContentTag::Other, on, tree, |on| {
            figure::draw(drawing, (LEFT + x, TOP + y), *scale, on, fonts);
        }),
        Ink::Box { x, y, w, h, colour } => {
            let mut path = PathBuilder::new();
            path.push_rect(Rect::from_xywh(LEFT + x, TOP + y, *w, *h)?);
            let path = path.finish()?;
            tagged(mark.whose, ContentTag::Other, on, tree, |on| {
                on.set_fill(Some(fill(*colour)));
                on.draw_path(&path);
            });
        }
    }
    Some(())
}

/// Draws something as a part of the tree, or as what only looks so.
fn tagged(
    whose: Whose,
    tag: ContentTag<'_>,
    on: &mut Surface<'_>,
    tree: &mut Tree,
    draw: impl FnOnce(&mut Surface<'_>),
) {
    let artifact = |kind| ContentTag::Artifact(Artifact::with_kind(kind));
    let drawn = on.start_tagged(match whose {
        Whose::Looks => artifact(ArtifactType::Layout),
        Whose::Page => artifact(ArtifactType::PaginationOther),
        Whose::Part(_) => tag,
    });
    draw(on);
    on.end_tagged();
    if let Whose::Part(part) = whose {
        tree.drawn(part, drawn);
    }
}

fn fill((red, green, blue): Colour) -> Fill {
    Fill {
        paint: rgb::Color::new(red, green, blue).into(),
        opacity: krilla::num::NormalizedF32::ONE,
        rule: FillRule::default(),
    }
}

/// The headings, to jump to.
fn outline(pages: &[Page]) -> Outline {
    let all = pages.iter().enumerate().flat_map(|(at, page)| {
        page.bookmarks
            .iter()
            .map(move |(level, text, y)| (at, *level, text, *y))
    });
    let mut outline = Outline::new();
    let mut section: Option<OutlineNode> = None;
    for (at, level, text, y) in all {
        let place = XyzDestination::new(at, Point::from_xy(LEFT, TOP + y));
        let node = OutlineNode::new(text.clone(), place);
        match &mut section {
            Some(section) if level > 2 => section.push_child(node),
            _ => {
                if let Some(done) = section.replace(node) {
                    outline.push_child(done);
                }
            }
        }
    }
    if let Some(done) = section {
        outline.push_child(done);
    }
    outline
}
