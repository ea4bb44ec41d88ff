import { startSandbox } from 'connect-elements/sandbox';

const sandbox = await startSandbox({ siteOrigins: ['http://localhost:3000'] });
const token = await sandbox.accessToken();
const response = await fetch(`${sandbox.apiUrl}/v1/product/payment/CO27409`, {
  headers: { Accept: 'application/json', Authorization: `Bearer ${token}` },
});
console.log(response.status, sandbox.requests.length);
await sandbox.close();
