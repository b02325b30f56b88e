//! Packed files in and out, by their names.

use std::fs;
use std::io::{Read, Write};
use std::path::Path;

use flate2::Compression;
use flate2::read::MultiGzDecoder;
use flate2::write::GzEncoder;

use super::{lines, program};
use crate::support::program::refused;

fn records(from: usize, to: usize) -> String {
    let line = |at: usize| {
        format!(
            "{{\"id\":{at},\"antwoorden\":{{\"jarig\":\"ja\",\"zin\":{}}}}}\n",
            at % 11
        )
    };
    (from..to).map(line).collect()
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut packer = GzEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes).unwrap();
    packer.finish().unwrap()
}

fn zstd(bytes: &[u8]) -> Vec<u8> {
    ruzstd::encoding::compress_to_vec(bytes, ruzstd::encoding::CompressionLevel::Fastest)
}

fn unpacked(file: &Path) -> Vec<u8> {
    let bytes = fs::read(file).unwrap();
    let mut plain = Vec::new();
    if file.extension().unwrap() == "gz" {
        MultiGzDecoder::new(&bytes[..])
            .read_to_end(&mut plain)
            .unwrap();
        return plain;
    }
    let mut rest = &bytes[..];
    while !rest.is_empty() {
        let mut frame = ruzstd::decoding::StreamingDecoder::new(&mut rest).unwrap();
        frame.read_to_end(&mut plain).unwrap();
    }
    plain
}

#[test]
fn what_is_packed_is_read_to_its_end_and_written_whole() {
    let program = program();
    let all = records(0, 5000);
    program.write("in.ndjson", &all);
    let plain = program
        .run(&["batch", "feest.yaml", "in.ndjson", "--herkomst", "melding"])
        .out;
    assert_eq!(plain.lines().count(), 5000);
    let parts = [
        records(0, 1),
        records(1, 3000),
        String::new(),
        records(3000, 5000),
    ];
    let packed = |pack: fn(&[u8]) -> Vec<u8>| -> Vec<u8> {
        parts
            .iter()
            .flat_map(|part| pack(part.as_bytes()))
            .collect()
    };
    fs::write(program.file("in.ndjson.gz"), packed(gzip)).unwrap();
    // A skippable frame (RFC 8878, 3.1.2) may stand between.
    let mut frames = b"\x53\x2A\x4D\x18\x03\x00\x00\x00abc".to_vec();
    frames.extend(packed(zstd));
    fs::write(program.file("in.ndjson.zst"), frames).unwrap();
    let table: String = all.lines().map(|_| "x").collect();
    assert_eq!(table.len(), 5000);
    for ending in ["gz", "zst"] {
        let (input, output) = (
            format!("in.ndjson.{ending}"),
            format!("uit.ndjson.{ending}"),
        );
        let run = program.run(&[
            "batch",
            "feest.yaml",
            &input,
            "-o",
            &output,
            "--herkomst",
            "melding",
        ]);
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert_eq!(
            String::from_utf8(unpacked(&program.file(&output))).unwrap(),
            plain
        );
        let nothing = format!("niets.ndjson.{ending}");
        let run = program.run_with(&["batch", "feest.yaml", "-o", &nothing], "");
        assert_eq!(run.code, Some(0), "{}", run.err);
        assert_eq!(unpacked(&program.file(&nothing)), b"");
        let again = program.run(&["batch", "feest.yaml", &nothing]);
        assert_eq!(
            (again.code, again.out.as_str()),
            (Some(0), ""),
            "{}",
            again.err
        );
    }
    fs::write(program.file("in.CSV.GZ"), gzip(b"id;jarig\r\n1;ja\r\n")).unwrap();
    let run = program.run(&["batch", "feest.yaml", "in.CSV.GZ", "-o", "uit.csv.zst"]);
    assert_eq!(run.code, Some(0), "{}", run.err);
    let table = String::from_utf8(unpacked(&program.file("uit.csv.zst"))).unwrap();
    assert_eq!(table.lines().count(), 2);
}

#[test]
fn a_file_that_is_cut_or_damaged_is_never_a_shorter_run() {
    let program = program();
    let all = records(0, 3000);
    for (ending, whole) in [("gz", gzip(all.as_bytes())), ("zst", zstd(all.as_bytes()))] {
        let name = format!("in.ndjson.{ending}");
        let mut changed = whole.clone();
        let last = changed.len() - 6;
        changed[last] ^= 0x55;
        let mut followed = whole.clone();
        followed.extend(b"zomaar iets");
        for bytes in [
            &whole[..whole.len() / 2],
            &whole[..whole.len() - 1],
            &whole[..2],
            &[],
            &changed,
            &followed,
            b"{}",
        ] {
            fs::write(program.file(&name), bytes).unwrap();
            let to_file = program.run(&["batch", "feest.yaml", &name, "-o", "uit.ndjson"]);
            refused(&to_file, 1, &[&name, "afgebroken of beschadigd"]);
            assert!(!program.file("uit.ndjson").exists());
            for threads in ["1", "4"] {
                let run = program.run(&["batch", "feest.yaml", &name, "--threads", threads]);
                assert_eq!(run.code, Some(1), "{ending} {}", bytes.len());
                let said = lines(&run.out);
                assert!(
                    said.iter().all(|line| line["uitkomsten"].is_object()),
                    "only whole records"
                );
            }
        }
    }
}
