// Makes a client from the API's own document and drives a case with it. Every answer is held against the document:
// a field, a status or a header that the document does not know ends the drive with exit code 1.
//   node drive-case.mjs <repository> <folder for the client> <address> <token of an analyst> <token of another>
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const [repository, folder, address, analyst, colleague] = process.argv.slice(2);
const require = createRequire(join(repository, 'package.json'));
const Ajv = require('ajv/dist/2020.js').default;
const addFormats = require('ajv-formats');
const { generateApi } = await import(pathToFileURL(require.resolve('swagger-typescript-api')).href);

const document = await (await fetch(`${address}/v1/openapi.json`)).json();
document.servers = [{ url: `${address}/v1` }];

// The client.
mkdirSync(folder, { recursive: true });
const { files } = await generateApi({ spec: structuredClone(document), output: false, toJS: true, silent: true, fileName: 'client.ts' });
const client = files.find((file) => file.fileContent.includes('class Api'));
writeFileSync(join(folder, 'client.mjs'), client.fileContent);
const { Api } = await import(pathToFileURL(join(folder, 'client.mjs')).href);

// The document as a check on every answer.
const ajv = new Ajv({ strict: false, allErrors: true });
addFormats(ajv);
ajv.addSchema({ $id: 'api:', components: closed(structuredClone(document.components)) });
const templates = Object.keys(document.paths).map((path) => [new RegExp(`^/v1${path.replace(/\{\w+\}/g, '[^/]+')}$`), path]);
const called = new Set();
const faults = [];

/** Answers may grow, but not unnoticed: here an object has only the fields that the document names. */
function closed(node) {
  if (node && typeof node === 'object') {
    Object.values(node).forEach(closed);
    if (node.properties && node.type === 'object') { node.additionalProperties ??= false; }
  }
  return node;
}

async function checkedFetch(url, options) {
  const answer = await fetch(url, options);
  const path = new URL(url).pathname;
  const method = options.method.toLowerCase();
  const template = templates.filter(([form]) => form.test(path)).map(([, t]) => t).sort((a, b) => a.split('{').length - b.split('{').length)[0];
  const operation = document.paths[template]?.[method];
  const where = `${method.toUpperCase()} ${path} ${answer.status}`;
  called.add(operation?.operationId);
  let described = operation?.responses[answer.status];
  if (!described) { faults.push(`${where}: not in the document: ${await answer.clone().text()}`); return answer; }
  described = described.$ref ? document.components.responses[described.$ref.split('/').at(-1)] : described;
  for (const header of Object.keys(described.headers ?? {})) {
    if (!answer.headers.has(header)) { faults.push(`${where}: no header ${header}`); }
  }
  const type = answer.headers.get('content-type')?.split(';')[0];
  const content = described.content?.[type];
  if (described.content && !content) { faults.push(`${where}: ${type} is not in the document`); }
  if (content?.schema && type.endsWith('json')) {
    const validate = ajv.compile({ $ref: `api:${content.schema.$ref}` });
    if (!validate(await answer.clone().json())) {
      faults.push(`${where}: ${validate.errors.map((e) => `${e.instancePath} ${e.message} ${JSON.stringify(e.params)}`).join('; ')}`);
    }
  }
  return answer;
}

function caller(headers) {
  return new Api({ baseUrl: `${address}/v1`, customFetch: checkedFetch, baseApiParams: { headers, format: 'json' } });
}

/** The problem of a call that has to be refused with this status. */
async function refused(status, call) {
  const answer = await call().then(() => null, (error) => error);
  if (answer?.status !== status) { faults.push(`expected ${status}, got ${answer?.status ?? 'success'}: ${call}`); }
  return answer?.error;
}

const everybody = caller({});
const first = caller({ Authorization: `Bearer ${analyst}` });
const second = caller({ Authorization: `Bearer ${colleague}` });
const example = (operationId) => {
  const operation = Object.values(document.paths).flatMap((path) => Object.values(path)).find((o) => o.operationId === operationId);
  return structuredClone(operation.requestBody.content['application/json'].example);
};

// A report, its receipt, and the same report once more.
const key = { headers: { 'Idempotency-Key': crypto.randomUUID() } };
const receipt = (await everybody.meldingen.postReport(example('postReport'), key)).data;
const again = (await everybody.meldingen.postReport(example('postReport'), key)).data;
if (receipt.zaaknummer !== again.zaaknummer || receipt.volgcode !== again.volgcode) { faults.push('the same key gave another case'); }
const number = receipt.zaaknummer;
const reporter = caller({ Volgcode: receipt.volgcode });

// What must be refused.
const wrong = await refused(400, () => everybody.meldingen.postReport({ titel: '' }, key));
if (!(wrong?.fouten?.length > 1)) { faults.push('not all errors came at once'); }
await refused(404, () => caller({ Volgcode: 'fout' }).meldingen.getReport(number));
await refused(401, () => everybody.zaken.getCase(number));
await refused(409, () => first.zaken.postOutcome(number, example('postOutcome')));

// The case.
await reporter.meldingen.getReport(number);
await first.zaken.putHandler(number, { behandelaar: 'Ans Analist' });
await first.zaken.postNote(number, example('postNote'));
await first.zaken.postQuestionToReporter(number, example('postQuestionToReporter'));
await first.zaken.postMessageToReporter(number, example('postMessageToReporter'));
await refused(409, () => first.zaken.postClosing(number, example('postClosing')));
await reporter.meldingen.postReportReading(number);
await reporter.meldingen.postReply(number, example('postReply'));
await first.zaken.putContextAnalysis(number, example('putContextAnalysis'));
await first.zaken.putStatement(number, example('putStatement'));
await second.zaken.postReturn(number, example('postReturn'));
await first.zaken.putStatement(number, example('putStatement'));
await refused(409, () => first.zaken.postApproval(number, { onderdeel: 'probleemstelling', versie: 2 }));
await second.zaken.postApproval(number, { onderdeel: 'probleemstelling', versie: 2 });
await first.zaken.postOutcome(number, example('postOutcome'));
await reporter.meldingen.postDispute(number, example('postDispute'));
await second.zaken.postDisputeAnswer(number, example('postDisputeAnswer'));
await first.zaken.getCase(number);
await first.zaken.getEvents(number);
await first.zaken.getCases({ tab: 'alle' });
await first.zakenZoekopdrachten.postCaseSearch(example('postCaseSearch'));
const followed = (await reporter.meldingen.getReport(number)).data;
if (followed.antwoord?.uitkomst !== 'het-kan-al') { faults.push(`the reporter reads ${JSON.stringify(followed.antwoord)}`); }

// Another report, withdrawn.
const other = (await everybody.meldingen.postReport(example('postReport'), { headers: { 'Idempotency-Key': crypto.randomUUID() } })).data;
await caller({ Volgcode: other.volgcode }).meldingen.postWithdrawal(other.zaaknummer);

faults.forEach((fault) => console.error(fault));
console.log(`${called.size} of ${Object.values(document.paths).flatMap(Object.values).length} calls driven, ${faults.length} faults`);
process.exitCode = faults.length === 0 ? 0 : 1;
