// src/server.ts
import { join } from 'node:path';
import {
  AngularNodeAppEngine,
  createNodeRequestHandler,
  isMainModule,
  writeResponseToNodeResponse,
} from '@angular/ssr/node';
import express from 'express';

const app = express();
const angular = new AngularNodeAppEngine();

app.get('/account/token', async (request, response) => {
  response.set('Cache-Control', 'no-store');
  if (request.get('Sec-Fetch-Site') !== 'same-origin') return response.sendStatus(403);
  // The sandbox gives anyone a token. Yours goes to whoever is logged in, by the cookie of your site.
  const answer = await fetch('http://localhost:8080/examples/token');
  return response
    .status(answer.status)
    .type('json')
    .send(await answer.text());
});

app.use(express.static(join(import.meta.dirname, '../browser'), { index: false, redirect: false }));

app.use((request, response, next) => {
  angular
    .handle(request)
    .then((page) => (page ? writeResponseToNodeResponse(page, response) : next()))
    .catch(next);
});

if (isMainModule(import.meta.url)) {
  const port = process.env['PORT'] ?? 4000;
  app.listen(port, () => console.log(`http://localhost:${port}`));
}

export const reqHandler = createNodeRequestHandler(app);
