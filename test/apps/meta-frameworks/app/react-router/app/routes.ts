// app/routes.ts
import { index, route, type RouteConfig } from '@react-router/dev/routes';

export default [
  index('routes/home.tsx'),
  route('account', 'routes/account.tsx'),
  route('account/token', 'routes/token.ts'),
] satisfies RouteConfig;
