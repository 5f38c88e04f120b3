#!/usr/bin/env bash
# Azurite in memory answers nobody while it collects what overwritten blobs left behind, every ten minutes, and the
# time grows faster than with the square of the number of writes.
# Expected: an emulator that goes on answering, or is away for milliseconds.
# Seen (azurite 3.37.0, @azure/storage-blob 12.34.0, Node 20, date 2026-11-29, two busy cores): no answer for 0.6 s
#   after 500 overwritten blobs, 1.9 s after 1,000, 22 s after 2,000; in a folder 0.01 s after 2,000.
# For users: a test run of more than ten minutes on one emulator in memory meets a pause in which clients run into
#   their time limits. Give each group of tests an emulator of its own, or keep its data in a folder (--location),
#   where many writes share a file and the same collection was not felt. Our tests use a folder.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error azurite@3.37.0 @azure/storage-blob@12.34.0 >/dev/null

# Lets the ten minutes between two collections pass when this process gets a signal.
cat > ten-minutes.js <<'CODE'
const wait = global.setTimeout;
global.setTimeout = (action, time, ...rest) => {
  if (time === 600000) {
    process.once("SIGUSR2", () => action(...rest));
  }
  return wait(action, time, ...rest);
};
CODE

cat > sample.js <<'CODE'
const { spawn } = require("child_process");
const { BlobServiceClient, StorageSharedKeyCredential } = require("@azure/storage-blob");
const account = "devstoreaccount1";
const key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

async function longestPause(store, writes) {
  const emulator = spawn(process.execPath, ["--require", "./ten-minutes.js", "node_modules/azurite/dist/src/blob/main.js",
    "--blobPort", "0", "--silent", "--disableTelemetry", "--skipApiVersionCheck", ...store]);
  try {
    const address = await new Promise((found, failed) => {
      emulator.stdout.on("data", (line) => {
        const match = /successfully listens on (http:\/\/\S+)/.exec(line);
        if (match) found(match[1]);
      });
      emulator.on("exit", failed);
    });
    const service = new BlobServiceClient(`${address}/${account}`, new StorageSharedKeyCredential(account, key));
    const container = service.getContainerClient("sample");
    await container.create();
    let left = writes;
    await Promise.all(Array.from({ length: 16 }, async (_, number) => {
      const blob = container.getBlockBlobClient(`blob-${number}`);
      while (left-- > 0) await blob.upload("some text", 9);
    }));
    let longest = 0;
    emulator.kill("SIGUSR2");
    for (const end = Date.now() + 3000; Date.now() < end;) {
      const start = Date.now();
      await container.getProperties();
      longest = Math.max(longest, Date.now() - start);
    }
    return longest;
  } finally {
    emulator.kill();
  }
}

(async () => {
  const seen = {};
  for (const writes of [500, 1000, 2000]) {
    seen[writes] = await longestPause(["--inMemoryPersistence"], writes);
    console.log(`in memory, ${writes} overwritten: no answer for ${seen[writes]} ms`);
  }
  const folder = await longestPause(["--location", "data"], 2000);
  console.log(`in a folder, 2000 overwritten: no answer for ${folder} ms`);
  const same = seen[2000] > 1000 && seen[2000] > 2.5 * seen[1000] && folder < seen[2000] / 4;
  console.log(same ? "as described" : "the behaviour has changed");
  process.exit(same ? 0 : 1);
})();
CODE
node sample.js
