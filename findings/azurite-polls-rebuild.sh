#!/usr/bin/env bash
# Azurite rebuilds the indexes of all its messages at every fetch from a queue, also from an empty one, when nothing has
# expired: a look at an empty queue costs more the more messages lie in the other queues.
# Expected: what a fetch from an empty queue costs does not hang on other queues.
# Seen (azurite 3.37.0, @azure/storage-queue 12.31.0, Node 20, date 2026-12-01, two busy cores): with 4,000 messages in another
#   queue a fetch from an empty one took 97 ms, with none 8 ms.
# For users: an app whose triggers poll several queues keeps the emulator at a full core while a few thousand messages
#   wait, and drains them many times slower than the service would. Deleting a blob rebuilds the indexes of all blobs in
#   the same way. Our measures spare it the rebuild (benchmarks/emulator-removal.js).
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cd "$work"
npm init -y >/dev/null
npm install --no-audit --no-fund --loglevel=error azurite@3.37.0 @azure/storage-queue@12.31.0 >/dev/null

cat > sample.js <<'CODE'
const { spawn } = require("child_process");
const { QueueServiceClient, StorageSharedKeyCredential } = require("@azure/storage-queue");
const account = "devstoreaccount1";
const key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

async function fetches(queue) {
  const times = [];
  for (let i = 0; i < 100; i++) {
    const start = process.hrtime.bigint();
    await queue.receiveMessages();
    times.push(Number(process.hrtime.bigint() - start) / 1e6);
  }
  return times.sort((a, b) => a - b)[50];
}

(async () => {
  const emulator = spawn(process.execPath, ["node_modules/azurite/dist/src/queue/main.js", "--queuePort", "0", "--silent",
    "--location", "data", "--disableTelemetry", "--skipApiVersionCheck"]);
  try {
    const address = await new Promise((found, failed) => {
      emulator.stdout.on("data", (line) => {
        const match = /successfully listens on (http:\/\/\S+)/.exec(line);
        if (match) found(match[1]);
      });
      emulator.on("exit", failed);
    });
    const service = new QueueServiceClient(`${address}/${account}`, new StorageSharedKeyCredential(account, key));
    const empty = service.getQueueClient("empty");
    const full = service.getQueueClient("full");
    await empty.create();
    await full.create();
    await fetches(empty);
    const alone = await fetches(empty);
    let left = 4000;
    await Promise.all(Array.from({ length: 8 }, async () => {
      while (left-- > 0) await full.sendMessage("some text");
    }));
    const beside = await fetches(empty);
    console.log(`a fetch from an empty queue: ${alone.toFixed(1)} ms alone, ${beside.toFixed(1)} ms beside 4,000 messages`);
    const same = beside > 4 * alone;
    console.log(same ? "as described" : "the behaviour has changed");
    process.exitCode = same ? 0 : 1;
  } finally {
    emulator.kill();
  }
})();
CODE
node sample.js
