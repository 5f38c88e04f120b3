// Reads a mail as JSON from standard input and prints what SendGrid's own helper for Node makes of it for the v3 API.
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';

const { Mail } = createRequire(import.meta.url)('@sendgrid/helpers').classes;
process.stdout.write(JSON.stringify(new Mail(JSON.parse(readFileSync(0, 'utf8'))).toJSON()));
