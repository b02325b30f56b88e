"""Many records through Spark: each partition goes through `top3 batch` as it is, with Spark's own pipe.

    TOP3=target/release/top3 python examples/batch/spark.py RECORDS.ndjson

Run here on one machine (local mode), with the result held against a single run. On a cluster the program and the lists
stand on every node; nothing else changes: no network, no cache, no lock, no state between lines.
"""

import os
import shlex
import subprocess
import sys

from pyspark.sql import SparkSession

program = os.path.abspath(os.environ.get("TOP3", "top3"))
records = sys.argv[1]

# One day and one list for all partitions. --herkomst regel says in each line which list, version and content it was.
command = [program, "--datum", "2026-03-01", "batch", "rihg", "--threads", "1", "--herkomst", "regel"]

spark = SparkSession.builder.master("local[2]").appName("top3").config("spark.ui.enabled", "false").getOrCreate()
context = spark.sparkContext
context.setLogLevel("ERROR")

lines = context.textFile(records, minPartitions=5)
# checkCode: a partition that fails stops the job, instead of being missing in silence.
outcomes = lines.pipe(shlex.join(command), checkCode=True)
pieces = outcomes.collect()
partitions = lines.getNumPartitions()
spark.stop()

whole = subprocess.run([*command, records], capture_output=True, check=True).stdout.decode().splitlines()
if pieces != whole:
    sys.exit(f"the {partitions} partitions together are not the whole")
print(f"Spark, {partitions} partitions: {len(pieces)} lines, the same as in one run")
