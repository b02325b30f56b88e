//! What makes a drawing readable, for every list that comes with the program.

use super::place::{DERIVED, Layout, Placed, QUESTIONS, WIDTH};
use super::{legend, letter, route, svg};
use crate::picture::Picture;
use crate::questionnaire::Library;

fn pictures() -> Vec<Picture> {
    let library = Library::shipped();
    let ids = library.ids();
    ids.map(|id| Picture::of(&library.load(id).unwrap()))
        .collect()
}

fn layout(picture: &Picture) -> Layout {
    Layout::of(picture, legend::legend(picture).bottom)
}

#[test]
fn no_box_stands_over_another_or_across_two_pages() {
    for picture in pictures() {
        let layout = layout(&picture);
        let page = WIDTH * 277 / 190;
        for (at, own) in layout.boxes.iter().enumerate() {
            let id = &picture.nodes[at].id;
            assert!(own.y > 0 && own.bottom() < layout.height, "{id}");
            assert!(own.y / page == own.bottom() / page, "{id}");
            for (other, over) in layout.boxes[..at].iter().enumerate() {
                let apart = own.x >= over.right()
                    || over.x >= own.right()
                    || own.y >= over.bottom()
                    || over.y >= own.bottom();
                assert!(apart, "{id} and {}", picture.nodes[other].id);
            }
        }
    }
}

#[test]
fn every_text_fits_its_box() {
    let fits = |own: &Placed, text: &str| letter::width(text, 10.0) <= f64::from(own.w - 24);
    for picture in pictures() {
        for (at, own) in layout(&picture).boxes.iter().enumerate() {
            let shown: String = own.lines.iter().map(|line| line.text.as_str()).collect();
            let label = picture.nodes[at].label.replace(' ', "");
            assert!(shown.replace(' ', "").contains(&label), "{label}");
            for line in &own.lines {
                assert!(fits(own, &line.text), "{}", line.text);
            }
        }
    }
}

/// Two lines that run over each other look like one, and say something that is not so.
#[test]
fn no_line_runs_along_another_or_through_a_lane_of_boxes() {
    for picture in pictures() {
        let runs = route::runs(&picture, &layout(&picture));
        for (at, (x, top, bottom)) in runs.iter().enumerate() {
            let free = |(left, right): (i32, i32)| *x < f64::from(left) || *x > f64::from(right);
            assert!(free(QUESTIONS) && free(DERIVED), "{x}");
            assert!(*x > 0.0 && *x < f64::from(WIDTH), "{x}");
            for (other, from, to) in &runs[..at] {
                let apart = (x - other).abs() > 1.5 || bottom < from || to < top;
                assert!(apart, "{}: {x} and {other}", picture.version);
            }
        }
    }
}

#[test]
fn the_same_list_gives_the_same_drawing() {
    let list = Library::shipped().load("proef").unwrap();
    assert_eq!(svg(&Picture::of(&list)), svg(&Picture::of(&list)));
}
