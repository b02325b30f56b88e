//! What the members of everything that has a schema derived from its types mean, in Dutch. Their names are those of the
//! types, and so no part of the program's own sentences: a test of the schemas holds both against each other.

use std::collections::BTreeMap;

/// The tables, by what they are about.
const TABLES: [(&str, &str); 5] = [
    ("keys_result", include_str!("../nl/keys_result.yaml")),
    ("keys_case", include_str!("../nl/keys_case.yaml")),
    ("keys_counts", include_str!("../nl/keys_counts.yaml")),
    ("keys_reports", include_str!("../nl/keys_reports.yaml")),
    ("keys_training", include_str!("../nl/keys_training.yaml")),
];

/// What members mean, by the name of their type and their own: `OutcomeForm.waarde`; a word that stands for itself is
/// `ValueLine=ja`. A type whose name stands in more schemas has that of the schema before it: `dekking/ExampleForm`.
#[derive(Debug)]
pub struct SchemaKeysText(BTreeMap<String, String>);

impl SchemaKeysText {
    pub(in crate::text) fn read() -> Result<Self, Vec<String>> {
        let mut all = BTreeMap::new();
        for (name, yaml) in TABLES {
            let table: BTreeMap<String, String> = crate::yaml::read(yaml.as_bytes(), name)
                .map_err(|fault| {
                    let place = &fault.place;
                    vec![format!(
                        "{name}:{}:{}: {}",
                        place.line, place.column, fault.message
                    )]
                })?;
            all.extend(table);
        }
        Ok(Self(all))
    }

    /// What this means; none where that is not said.
    pub fn of(&self, schema: &str, name: &str) -> Option<&str> {
        let own = self.0.get(&format!("{schema}/{name}"));
        own.or_else(|| self.0.get(name)).map(String::as_str)
    }

    /// The names of all that is said.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Nothing is filled in.
    #[cfg(test)]
    pub(in crate::text) fn placeholder_faults(&self) -> Vec<String> {
        let filled = self.0.iter().filter(|(_, said)| said.contains('{'));
        filled.map(|(name, _)| name.clone()).collect()
    }
}
