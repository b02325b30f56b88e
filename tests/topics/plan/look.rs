//! temp
use super::cases::example;
use top3::document::{Call, consult, plan};
use top3::plan::lint;
use top3::render;

#[test]
fn show() {
    for name in ["acuut-onveilig", "hulp-en-plan"] {
        let case = example(name);
        let made = case.plan().unwrap();
        let calls = [
            Call {
                name: "Alarmnummer".into(),
                number: "112".into(),
                about: "Direct gevaar, nu. Politie, ambulance of brandweer.".into(),
            },
            Call {
                name: "Veilig Thuis".into(),
                number: "0800-2000".into(),
                about: "Advies en melden. Dag en nacht, gratis. Advies mag zonder namen.".into(),
            },
        ];
        let weak = lint(&made, &[], case.today);
        let doc = plan(&made, &calls, &weak);
        let sheet = top3::paper::consult(&case.view());
        println!("{:?}", sheet.as_ref().map(|s| s.replaced.clone()));
        match std::env::var("VORM").as_deref() {
            Ok("md") => println!("{}", render::markdown(&doc)),
            Ok("term") => println!("{}", render::terminal(&doc, 80, true)),
            Ok("60") => println!("{}", render::text(&doc, 60)),
            Ok("overleg") => println!("{}", render::text(&consult(&sheet.unwrap(), &calls), 80)),
            Ok("overlegmd") => println!("{}", render::markdown(&consult(&sheet.unwrap(), &calls))),
            _ => println!("{}", render::text(&doc, 80)),
        }
    }
}
