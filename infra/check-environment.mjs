// Run by azd before anything is made: says all at once what is missing or wrong in the environment.
const mail = /^[^@\s]+@[^@\s]+\.[^@\s]+$/;
const domain = /^[a-z0-9-]+(\.[a-z0-9-]+)+$/i;
const rules = {
  AZURE_ENV_NAME: [/^[a-z0-9][a-z0-9-]{0,18}[a-z0-9]$/, '2 to 20 lower-case letters, digits and hyphens'],
  AZURE_LOCATION: [/^[a-z0-9]+$/, 'a region, such as westeurope'],
  AZURE_PRINCIPAL_ID: [/^[0-9a-f-]{36}$/i, 'the object id of who deploys'],
  REGELLOKET_ALERT_EMAIL: [mail, 'a mail address'],
  REGELLOKET_SIGN_IN_CLIENT_ID: [/^[0-9a-f-]{36}$/i, 'the client id of the Entra app registration'],
  REGELLOKET_SITE_EMAIL: [mail, 'a mail address'],
  REGELLOKET_SITE_TELEPHONE: [/^[0-9+() -]{8,}$/, 'a telephone number'],
  REGELLOKET_TEAM_MAILBOX: [mail, 'a mail address'],
  REGELLOKET_COORDINATOR_MAILBOX: [mail, 'a mail address'],
  REGELLOKET_MAIL_FROM: [mail, 'a mail address on a domain that SendGrid has authenticated'],
};
const choices = {
  REGELLOKET_STAGE: ['test', 'production'],
};
const optional = {
  REGELLOKET_ALLOWED_MAIL_DOMAINS: [/^[a-z0-9-]+(\.[a-z0-9-]+)+(,[a-z0-9-]+(\.[a-z0-9-]+)+)*$/i, 'domains with commas between them and no spaces'],
  REGELLOKET_INBOUND_MAIL_DOMAIN: [domain, 'a domain, such as antwoord.voorbeeld.nl'],
  REGELLOKET_SMTP_HOST: [domain, 'the name of a mail server, such as mail.voorbeeld.nl'],
  REGELLOKET_SMTP_PORT: [/^[1-9][0-9]{0,4}$/, 'a port, such as 587'],
};

const faults = [
  ...Object.entries(rules)
    .filter(([name, [form]]) => !form.test(process.env[name] ?? ''))
    .map(([name, [, wanted]]) => `${name} must be ${wanted}: azd env set ${name} ...`),
  ...Object.entries(choices)
    .filter(([name, values]) => process.env[name] && !values.includes(process.env[name]))
    .map(([name, values]) => `${name} must be one of: ${values.join(', ')}`),
  ...Object.entries(optional)
    .filter(([name, [form]]) => process.env[name] && !form.test(process.env[name]))
    .map(([name, [, wanted]]) => `${name} must be ${wanted}`),
];

if (process.env.REGELLOKET_SITE_ADDRESS && !/^https:\/\/[^/]+$/.test(process.env.REGELLOKET_SITE_ADDRESS)) {
  faults.push('REGELLOKET_SITE_ADDRESS must start with https:// and have no slash at the end');
}

if (process.env.REGELLOKET_STAGE !== 'production' && !process.env.REGELLOKET_ALLOWED_MAIL_DOMAINS) {
  faults.push('REGELLOKET_ALLOWED_MAIL_DOMAINS must be set outside production, or no mail goes to anyone: azd env set REGELLOKET_ALLOWED_MAIL_DOMAINS ...');
}

const versions = process.env.REGELLOKET_OLDER_CERTIFICATES;
if (versions && !/^[0-9a-f]{32}(,[0-9a-f]{32})*$/.test(versions)) {
  faults.push('REGELLOKET_OLDER_CERTIFICATES must be versions of the certificate data-protection, 32 characters each, with commas between them');
}

faults.forEach((fault) => console.error(fault));
process.exitCode = faults.length === 0 ? 0 : 1;
