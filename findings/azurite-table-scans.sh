#!/usr/bin/env bash
# Azurite's tables read all rows for a query of one partition, and all rows with the same row key for a write: both
# become slower with the size of the whole table, also where partition and keys of the request stay as small as before.
# Expected: the cost of a partition, as in Azure, where the keys are the index; at most a little more in a large table.
# Seen (azurite 3.37.0 in memory, @azure/data-tables 13.3.2, Node 20, date 2026-11-30, two busy cores), processor time of
#   the emulator: a query of a partition of one row 1.3 ms in a table of 500 rows, 7.5 ms in one of 120,000; the
#   replacement of a row 1.5 ms where no other row has its row key, 4.0 ms where 10,000 have it.
# For users: the history of a durable task hub has both, a query of a partition at each start of an instance from
#   storage and row keys that count from zero in every instance. A speed test on an emulator with many finished
#   instances measures the emulator. Ours states the emulator's share.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error azurite@3.37.0 @azure/data-tables@13.3.2 >/dev/null

cat > sample.js <<'CODE'
const { spawn } = require("child_process");
const { readFileSync } = require("fs");
const { createServer } = require("net");
const { TableClient, AzureNamedKeyCredential } = require("@azure/data-tables");
const account = "devstoreaccount1";
const key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

(async () => {
  const port = await new Promise((found) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
  const emulator = spawn(process.execPath, ["node_modules/azurite/dist/src/table/main.js",
    "--tablePort", `${port}`, "--silent", "--disableTelemetry", "--skipApiVersionCheck", "--inMemoryPersistence"]);
  try {
    const address = await new Promise((found, failed) => {
      emulator.stdout.on("data", (line) => {
        if (`${line}`.includes("successfully started")) found(`http://127.0.0.1:${port}`);
      });
      emulator.on("exit", failed);
    });
    const open = (name) => new TableClient(`${address}/${account}`, name, new AzureNamedKeyCredential(account, key),
      { allowInsecureConnection: true });
    const ticks = () => readFileSync(`/proc/${emulator.pid}/stat`, "utf8").split(" ").slice(13, 15).reduce((sum, x) => sum + Number(x), 0);
    const cost = async (times, action) => {
      const before = ticks();
      for (let i = 0; i < times; i++) await action(i);
      return (ticks() - before) * 10 / times;
    };
    const fill = async (table, partitions, rowKey) => {
      for (let p = 0; p < partitions; p++) {
        await table.submitTransaction(Array.from({ length: 100 }, (_, r) =>
          ["create", { partitionKey: `p${p}`, rowKey: rowKey(p, r), text: "some text" }]));
      }
    };
    const query = (table) => cost(150, async () => {
      for await (const row of table.listEntities({ queryOptions: { filter: "PartitionKey eq 'one'" } })) row.text;
    });

    const [small, large, shared] = ["small", "large", "shared"].map(open);
    for (const table of [small, large, shared]) {
      await table.createTable();
      await table.createEntity({ partitionKey: "one", rowKey: "same", text: "some text" });
    }
    await fill(small, 5, (p, r) => `${p}-${r}`);
    await fill(large, 1200, (p, r) => `${p}-${r}`);
    await query(small);
    const [few, many] = [await query(small), await query(large)];
    console.log(`query of a partition of one row: ${few.toFixed(1)} ms with 500 rows in the table, ${many.toFixed(1)} ms with 120,000`);

    let left = 10000;
    await Promise.all(Array.from({ length: 16 }, async () => {
      while (left-- > 0) await shared.createEntity({ partitionKey: `p${left}`, rowKey: "same", text: "some text" });
    }));
    const replace = (table) => cost(300, () => table.upsertEntity({ partitionKey: "one", rowKey: "same", text: "again" }, "Replace"));
    const [alone, together] = [await replace(large), await replace(shared)];
    console.log(`replacing a row: ${alone.toFixed(1)} ms among 120,000 with other row keys, ${together.toFixed(1)} ms among 10,000 with the same`);

    const same = many > 2 * few && together > 1.5 * alone;
    console.log(same ? "as described" : "the behaviour has changed");
    process.exitCode = same ? 0 : 1;
  } finally {
    emulator.kill();
  }
})();
CODE
node sample.js
