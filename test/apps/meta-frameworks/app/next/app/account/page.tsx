// app/account/page.tsx
import Link from 'next/link';
import { Payment } from './payment';

const invoice = { number: '7435500', product: 'CO27500', company: '5646903690', amount: '295.00' };

export default function Account() {
  return (
    <main>
      <h1>My account</h1>
      <connect-config
        client-id="no.sandbox.newspaper"
        api-url="http://localhost:8081/capi"
        login-url="http://localhost:8082/login"
        token-url="/account/token">
        <connect-payment-methods product-code={invoice.product} />
        <Payment {...invoice} />
      </connect-config>
      <Link href="/">Front page</Link>
    </main>
  );
}
