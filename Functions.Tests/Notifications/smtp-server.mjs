// A real SMTP server for the tests; prints its port and then each mail as one JSON line. Modes: plain (no TLS, no user), login (no TLS, user
// and password), starttls (both, with the certificate and key of the two files, or with a certificate that nobody vouches for).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const { SMTPServer } = createRequire(import.meta.url)('smtp-server');
const [mode, cert, key] = process.argv.slice(2);
const server = new SMTPServer({
  authOptional: mode === 'plain',
  disabledCommands: { plain: ['STARTTLS', 'AUTH'], login: ['STARTTLS'] }[mode] ?? [],
  allowInsecureAuth: mode === 'login',
  ...(cert ? { cert: readFileSync(cert), key: readFileSync(key) } : {}),
  logger: false,
  onAuth(auth, session, done) {
    done(auth.username === 'loket' && auth.password === 'geheim' ? null : Object.assign(new Error('no'), { responseCode: 535 }), { user: auth.username });
  },
  onRcptTo(address, session, done) {
    const refused = { onbekend: 550, vol: 452 }[address.address.split('@')[0]];
    done(refused ? Object.assign(new Error('no'), { responseCode: refused }) : undefined);
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on('data', part => parts.push(part));
    stream.on('end', () => {
      const mail = { secure: session.secure, user: session.user ?? null, from: session.envelope.mailFrom.address, to: session.envelope.rcptTo.map(r => r.address), raw: Buffer.concat(parts).toString('utf8') };
      process.stdout.write(`${JSON.stringify(mail)}\n`);
      done();
    });
  },
});
server.on('error', () => {});
server.listen(0, '127.0.0.1', () => process.stdout.write(`${server.server.address().port}\n`));
