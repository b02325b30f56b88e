//! Plan files: as they are exchanged, and as copies that come back.

use top3::plan::{file, merge};

use super::targets::{NAME, Read, Target, files, target};

/// A small plan, and the whole ones of the examples.
pub(super) fn targets() -> Vec<Target> {
    let whole = files("examples", "yaml");
    let whole: Vec<Vec<u8>> = whole
        .into_iter()
        .filter(|bytes| bytes.starts_with(b"# VEILIGHEIDSPLAN"))
        .collect();
    assert!(!whole.is_empty());
    vec![
        target("plan", 300, vec![PLAN.as_bytes().to_vec()], plan()),
        target("heel-plan", 10, whole, plan()),
        target("kopie", 150, vec![returned()], copy()),
    ]
}

const PLAN: &str = "\
veiligheidsplan:
  formaat: 1
  casus: groene specht
  nummer: 2
  lezer: team
  status: actief
  fase: directe_veiligheid
  gemaakt: {datum: 2026-03-04, door: [p2]}
  gebaseerd_op:
  - {vragenlijst: casus, versie: 1.0.0, sha256: f351}
mensen:
- {id: p1, naam: moeder, leeftijd: 34}
- {id: p2, naam: wijkagent}
voorwaarden:
- id: v1
  tekst: {waarde: het is rustig, toelichting: zegt moeder}
  gehaald: gehaald_ja
afspraken:
- {id: a1, bij: v1, wie: p1, doet: belt oma, controle: {door: p2, hoe_vaak: elke week}}
terugmelding:
- wie: p2
  datum: 2026-03-12
  over: 1
  afspraken:
  - {bij: a1, lukt: deels, opmerking: soms}
  voorwaarden:
  - {bij: v1, gehaald: onbekend}
  nieuw:
  - {wat: iets, van_wie: zelf}
  veranderd:
  - {plaats: mensen.p1.leeftijd, was: 34, nu: 35}
woorden:
  voorwaarde.gehaald:
  - {id: gehaald_ja, tekst: Ja, rol: gehaald_ja}
";

/// Read; what could be read is written, laid together with itself and compared.
fn plan() -> Read {
    Box::new(|bytes| {
        let Ok(read) = file::read(bytes, NAME) else {
            return;
        };
        let text = file::write_with(&read.plan, &read.said).unwrap();
        let again = file::read(text.as_bytes(), NAME);
        let again =
            again.unwrap_or_else(|faults| panic!("what was written is not read: {faults:?}"));
        assert_eq!(again.said, read.said, "what was said is lost in writing");
        let sent = [again.plan.clone()];
        if let Ok(merged) = merge::merge(&[read.clone(), again], &sent) {
            _ = top3::document::replies(&merged);
        }
    })
}

/// A copy as it comes back: with the fingerprint of what was sent, and what somebody said.
fn returned() -> Vec<u8> {
    let read = file::read(PLAN.as_bytes(), NAME).unwrap();
    let text = file::write_with(&read.plan, &read.said).unwrap();
    text.into_bytes()
}

/// A copy that came back, laid beside another one: whichever comes first makes no difference.
fn copy() -> Read {
    let other = file::read(&returned(), NAME).unwrap();
    let sent = [other.plan.clone()];
    Box::new(move |bytes| {
        let Ok(one) = file::read(bytes, NAME) else {
            return;
        };
        let merged = merge::merge(&[one.clone(), other.clone()], &sent);
        let turned = merge::merge(&[other.clone(), one], &sent);
        assert_eq!(merged.is_ok(), turned.is_ok(), "the order decides whether");
        if let (Ok(merged), Ok(turned)) = (merged, turned) {
            assert!(merged == turned, "the order decides what");
            assert!(
                merged.said.is_superset(&other.said),
                "somebody's words are lost"
            );
            _ = top3::document::replies(&merged);
        }
    })
}
