//! JSON as the same tree that YAML gives, in which no repeated key is lost and every value knows its place: in `file` its
//! JSON pointer (RFC 6901), and the byte in the line at which it begins, counted from 1. Knows no questionnaire.

use std::borrow::Cow;
use std::fmt;

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;

use crate::problem::{Code, Place, Problem};
use crate::text::nl;
use crate::yaml::{Node, Tree};

/// So many levels deep at most.
const MAX_DEPTH: usize = 64;

/// A member of an object as it stands there.
pub type Member<'j> = (Cow<'j, str>, &'j RawValue);

/// The members of an object, in order; a repeated one stands in it twice.
pub struct Members<'j>(pub Vec<Member<'j>>);

/// Adds each member to these.
struct Each<'m, 'j>(&'m mut Vec<Member<'j>>);

impl<'de> Visitor<'de> for Each<'_, 'de> {
    type Value = ();

    fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        to.write_str("an object")
    }

    fn visit_map<M: MapAccess<'de>>(self, mut map: M) -> Result<(), M::Error> {
        while let Some(Name(name)) = map.next_key()? {
            self.0.push((name, map.next_value()?));
        }
        Ok(())
    }
}

/// Reads the members of an object; those before a fault are kept.
///
/// # Errors
/// The line is no object, or no JSON.
pub fn read_members<'j>(line: &'j str, to: &mut Vec<Member<'j>>) -> serde_json::Result<()> {
    let mut from = serde_json::Deserializer::from_str(line);
    from.deserialize_map(Each(to))?;
    from.end()
}

impl<'de: 'j, 'j> Deserialize<'de> for Members<'j> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let mut members = Vec::new();
        from.deserialize_map(Each(&mut members))?;
        Ok(Self(members))
    }
}

/// A text that is borrowed where it has no escapes.
pub struct Name<'j>(pub Cow<'j, str>);

impl<'de: 'j, 'j> Deserialize<'de> for Name<'j> {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        struct Text;
        impl<'de> Visitor<'de> for Text {
            type Value = Cow<'de, str>;

            fn expecting(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
                to.write_str("a text")
            }

            fn visit_borrowed_str<E>(self, text: &'de str) -> Result<Self::Value, E> {
                Ok(Cow::Borrowed(text))
            }

            fn visit_str<E>(self, text: &str) -> Result<Self::Value, E> {
                Ok(Cow::Owned(text.to_owned()))
            }
        }
        from.deserialize_str(Text).map(Name)
    }
}

/// Reads one value. `whole` is the line it stands in; `raw` a part of it.
///
/// # Errors
/// One problem: no JSON, or too deep.
pub fn read_tree(whole: &str, raw: &str, pointer: &str) -> Result<Node, Box<Problem>> {
    let reader = Reader { whole };
    reader.node(raw, pointer, 0)
}

/// The fault of a line that is no JSON.
pub fn syntax(error: &serde_json::Error) -> Box<Problem> {
    let place = Place {
        file: "".into(),
        line: 1,
        column: error.column().max(1),
        width: 1,
    };
    fault(
        Code::Syntax,
        place,
        nl().batch.no_json(),
        nl().batch.no_json_todo(),
    )
}

/// The fault of a line that is good JSON, and no object.
pub fn no_object() -> Box<Problem> {
    let place = Place {
        file: "".into(),
        line: 1,
        column: 1,
        width: 1,
    };
    let say = &nl().batch;
    fault(
        Code::WrongType,
        place,
        say.no_object(),
        say.no_object_todo(),
    )
}

fn fault(code: Code, place: Place, message: String, tip: String) -> Box<Problem> {
    Box::new(Problem::new(code, place, message, tip))
}

struct Reader<'j> {
    whole: &'j str,
}

impl<'j> Reader<'j> {
    fn node(&self, raw: &'j str, pointer: &str, depth: usize) -> Result<Node, Box<Problem>> {
        let raw = raw.trim();
        let place = self.place(raw, pointer);
        if depth > MAX_DEPTH {
            let say = &nl().batch;
            return Err(fault(
                Code::TooLarge,
                place,
                say.too_deep(),
                say.too_deep_todo(),
            ));
        }
        let value = match raw.as_bytes().first() {
            Some(b'{') => {
                let Members(members) = self.parse(raw)?;
                let each = members.into_iter().map(|(name, value)| {
                    let pointer = format!("{pointer}/{}", escaped(&name));
                    let inside = self.node(value.get(), &pointer, depth + 1)?;
                    let key = Node {
                        value: Tree::Scalar {
                            text: name.into_owned(),
                            plain: false,
                        },
                        place: inside.place.clone(),
                    };
                    Ok((key, inside))
                });
                Tree::Map(each.collect::<Result<_, Box<Problem>>>()?)
            }
            Some(b'[') => {
                let values: Vec<&RawValue> = self.parse(raw)?;
                let each = values.into_iter().enumerate().map(|(at, value)| {
                    self.node(value.get(), &format!("{pointer}/{at}"), depth + 1)
                });
                Tree::List(each.collect::<Result<_, Box<Problem>>>()?)
            }
            Some(b'"') => Tree::Scalar {
                text: self.parse::<Name<'_>>(raw)?.0.into_owned(),
                plain: false,
            },
            _ => Tree::Scalar {
                text: raw.to_owned(),
                plain: true,
            },
        };
        Ok(Node { value, place })
    }

    fn parse<T: Deserialize<'j>>(&self, raw: &'j str) -> Result<T, Box<Problem>> {
        serde_json::from_str(raw).map_err(|error| {
            let mut problem = syntax(&error);
            problem.place.column += self.before(raw);
            problem
        })
    }

    /// How many bytes of the line stand before this part of it.
    fn before(&self, raw: &str) -> usize {
        (raw.as_ptr() as usize).saturating_sub(self.whole.as_ptr() as usize)
    }

    fn place(&self, raw: &str, pointer: &str) -> Place {
        Place {
            file: pointer.into(),
            line: 1,
            column: self.before(raw) + 1,
            width: 1,
        }
    }
}

/// A name in a JSON pointer.
pub fn escaped(name: &str) -> String {
    name.replace('~', "~0").replace('/', "~1")
}
