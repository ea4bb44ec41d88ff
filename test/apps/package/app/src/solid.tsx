import type {} from 'connect-elements/solid';

export function Account() {
  return (
    <connect-config client-id="no.example" prop:tokenProvider={() => 'token'} class="x">
      <connect-pay-invoice
        invoice-number="7435367"
        prop:productCode="CO27409"
        remember
        name="method"
        lang="nb"
        on:connect-outcome={({ detail }) => console.log(detail.outcome, detail.verified)}
      >
        <h3 slot="error">No</h3>
      </connect-pay-invoice>
    </connect-config>
  );
}
// @ts-expect-error no such attribute
export const wrong1 = <connect-pay-invoice invoice="1" />;
// @ts-expect-error an object is no invoice number
export const wrong2 = <connect-pay-invoice prop:invoiceNumber={{}} />;
// @ts-expect-error only read
export const wrong3 = <connect-outcome prop:outcome="finished" />;
