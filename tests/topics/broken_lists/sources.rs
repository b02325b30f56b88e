//! Faults in who can be asked after an answer.

use super::read;

/// V305: a child is not questioned.
#[test]
fn a_child_to_ask() {
    let text = "\
id: lijst
versie: 1.0.0
titel: Een lijst
bron: Eigen voorbeeld
onderdelen:
  - id: deel
    titel: Deel
    vragen:
      - { id: wapen, vraag: Is er een wapen?, soort: ja_nee, navragen: [de kinderopvang, het pleegkind] }
";
    insta::assert_snapshot!(read(text), @r#"
    fout[V305]: Bij `navragen` staat een kind. Een kind wordt niet uitgevraagd.
     --> lijst.yaml:9:90
      |
    9 | ...: ja_nee, navragen: [de kinderopvang, het pleegkind] }
      |                                          ^^^^^^^^^^^^^
      |
      = tip: Noem een volwassene of een organisatie, zoals `de school`. Gaat de vraag over wat een kind zelf zegt of laat zien, schrijf dan `luister: ja`.
    "#);
}
