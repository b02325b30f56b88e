//! Bands: gaps, overlaps, bands that no number reaches.

use super::{questions, read};

fn bands(rows: &str) -> String {
    questions(
        "      - { id: slaap, vraag: Hoe slaapt u?, soort: keuze, opties: [{ id: goed, tekst: Goed, punten: 0 }, { id: matig, tekst: Matig, punten: 1 }, { id: slecht, tekst: Slecht, punten: 2 }] }
      - { id: eten, vraag: Hoe eet u?, soort: schaal, van: 0, tot: 6 }
",
        &format!("afgeleid:\n  - {{ id: score, som: [slaap, eten] }}\n  - id: niveau\n    banden:\n      van: score\n      rijen:\n{rows}"),
    )
}

/// V404: a number between two bands, and one past the last.
#[test]
fn a_gap() {
    let text = bands(
        "        - { tot_en_met: 2, is: laag }
        - { vanaf: 4, tot_en_met: 7, is: hoog }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V404]: Er is geen band van `niveau` voor 3 en 8.
      --> lijst.yaml:15:5
       |
    15 |     banden:
       |     ^^^^^^
       |
       = tip: Laat elke band beginnen waar de vorige ophoudt. `tot_en_met` telt zelf mee, `onder` niet.
    "#);
}

/// V405: a number in two bands; V402: a band past the highest number.
#[test]
fn an_overlap_and_a_band_out_of_reach() {
    let text = bands(
        "        - { tot_en_met: 4, is: laag }
        - { vanaf: 4, onder: 9, is: midden }
        - { vanaf: 9, is: hoog }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V405]: 4 valt in twee banden van `niveau`.
      --> lijst.yaml:19:11
       |
    18 |         - { tot_en_met: 4, is: laag }
       |           - ook in deze band
    19 |         - { vanaf: 4, onder: 9, is: midden }
       |           ^
       |
       = tip: Laat elke band beginnen waar de vorige ophoudt. `tot_en_met` telt zelf mee, `onder` niet.

    fout[V402]: Deze band van `niveau` komt nooit aan de beurt: het getal loopt van 0 tot en met 8.
      --> lijst.yaml:20:11
       |
    20 |         - { vanaf: 9, is: hoog }
       |           ^
       |
       = tip: Pas de grenzen aan, of haal de band weg.
    "#);
}

/// Whole numbers need no half bands, fractions do.
#[test]
fn the_step_of_the_number() {
    let good = bands(
        "        - { tot_en_met: 2, is: laag }
        - { vanaf: 3, is: hoog }
",
    );
    assert_eq!(read(&good), "");
    let halves = good.replace(
        "som: [slaap, eten]",
        "som: [slaap, { vraag: eten, maal: 0.5 }]",
    );
    insta::assert_snapshot!(read(&halves), @r#"
    fout[V404]: Er is geen band van `niveau` voor 2.5.
      --> lijst.yaml:15:5
       |
    15 |     banden:
       |     ^^^^^^
       |
       = tip: Laat elke band beginnen waar de vorige ophoudt. `tot_en_met` telt zelf mee, `onder` niet.
    "#);
}

/// An unbounded number, a named threshold that changed.
#[test]
fn a_range_and_a_named_number() {
    let text = questions(
        "      - { id: bedrag, vraag: Hoeveel?, soort: getal }
",
        "getallen:
  - { id: grens, waarde: 10, vanaf: 2020-01-01, bron: Eigen voorbeeld }
  - { id: grens, waarde: 20, vanaf: 2026-01-01, bron: Eigen voorbeeld }
afgeleid:
  - { id: hoogte, banden: { van: bedrag, rijen: [{ onder: grens, is: laag }, { vanaf: 20, is: hoog }] } }
  - { id: goed, banden: { van: bedrag, rijen: [{ onder: grens, is: laag }, { vanaf: grens, is: hoog }] } }
",
    );
    insta::assert_snapshot!(read(&text), @r#"
    fout[V404]: Er is geen band van `hoogte` voor onder meer 10 en 19.
      --> lijst.yaml:15:19
       |
    15 |   - { id: hoogte, banden: { van: bedrag, rijen: [{ onder: grens, is: laag }, { vanaf: 20, is...
       |                   ^^^^^^
       |
       = tip: Laat elke band beginnen waar de vorige ophoudt. `tot_en_met` telt zelf mee, `onder` niet.
    "#);
}
