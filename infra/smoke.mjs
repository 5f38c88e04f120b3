// Tries a deployed RegelLoket from outside: node infra/smoke.mjs https://address
// It only reads; it sends no report and no mail. Exits with 1 when anything is not as it should be.
const address = (process.argv[2] ?? '').replace(/\/$/, '');
if (!/^https?:\/\/[^/]+$/.test(address)) {
  console.error('Usage: node infra/smoke.mjs https://address');
  process.exit(2);
}

const get = (path, headers = {}) => fetch(address + path, { headers, redirect: 'manual', signal: AbortSignal.timeout(60_000) });
const forged = Buffer.from(JSON.stringify({ claims: [{ typ: 'roles', val: 'coordinator' }], role_typ: 'roles', name_typ: 'name' })).toString('base64');

const checks = {
  'the app lives': async () => status(await get('/gezondheid/levend'), 200),
  'the app is ready to work': async () => status(await get('/gezondheid/gereed'), 200),
  'the start page is shown, with its protection': async () => {
    const answer = await get('/');
    const policy = answer.headers.get('content-security-policy') ?? '';
    return status(answer, 200)
      ?? (policy.includes("default-src 'none'") ? null : `content-security-policy is "${policy}"`)
      ?? (answer.headers.get('x-content-type-options') === 'nosniff' ? null : 'x-content-type-options is missing');
  },
  'the API is described': async () => {
    const answer = await get('/v1/openapi.json');
    return status(answer, 200)
      ?? (answer.headers.get('access-control-allow-origin') === '*' ? null : 'access-control-allow-origin is not *')
      ?? (/^\d+\.\d+\.\d+$/.test(answer.headers.get('api-version') ?? '') ? null : 'api-version is missing');
  },
  'cases are closed to strangers': async () => status(await get('/v1/zaken'), 401),
  'a header that claims a role is not believed': async () => status(await get('/v1/zaken', { 'X-MS-CLIENT-PRINCIPAL': forged }), 401),
  'a token without a signature is not believed': async () => status(await get('/v1/zaken', { Authorization: `Bearer ${unsigned()}` }), 401),
  'the host is not managed from outside': async () => {
    const answer = await get('/admin/host/status');
    return [401, 403, 404].includes(answer.status) ? null : `answered ${answer.status}`;
  },
  'what is not there is not there': async () => status(await get('/v1/bestaat-niet'), 404),
};

if (address.startsWith('https:')) {
  checks['plain http is sent on to https'] = async () => {
    const answer = await fetch(address.replace('https:', 'http:') + '/', { redirect: 'manual' });
    return answer.status >= 301 && answer.status <= 308 ? null : `answered ${answer.status}`;
  };
  checks['browsers are told to keep to https'] = async () =>
    (await get('/')).headers.has('strict-transport-security') ? null : 'strict-transport-security is missing';
}

function status(answer, expected) {
  return answer.status === expected ? null : `answered ${answer.status}, not ${expected}`;
}

function unsigned() {
  const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
  return `${part({ alg: 'none', typ: 'JWT' })}.${part({ name: 'Niemand', roles: ['coordinator'], exp: 4102444800 })}.`;
}

let failed = 0;
for (const [name, check] of Object.entries(checks)) {
  const fault = await check().catch((error) => error.cause?.message ?? error.message);
  failed += fault ? 1 : 0;
  console.log(`${fault ? 'FAIL' : 'ok  '} ${name}${fault ? `: ${fault}` : ''}`);
}

console.log(`${Object.keys(checks).length - failed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
