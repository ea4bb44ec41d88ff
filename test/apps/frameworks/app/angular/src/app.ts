import { Component, CUSTOM_ELEMENTS_SCHEMA, signal } from '@angular/core';
import type { ConfirmedDetail, SelectDetail } from 'connect-elements';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: `
    <button (click)="invoiceNumber.set('7435368')">Other invoice</button>
    <button (click)="method.set('nexi')">Choose Nexi</button>
    <button (click)="kroner.set(kroner() + 1)">Render again</button>
    <button (click)="isShown.set(!isShown())">Show or hide</button>
    <output>{{ method() }}</output>
    @if (isPaid()) {
      <p>Thank you</p>
    }
    @if (isShown()) {
      <connect-config
        [tokenProvider]="tokenProvider"
        client-id="no.sandbox.newspaper"
        api-url="/capi"
        login-url="/connect-login"
      >
        <connect-payment-methods product-code="CO27409" />
        <connect-pay-invoice
          [invoiceNumber]="invoiceNumber()"
          product-code="CO27409"
          company-code="5646903690"
          [attr.amount]="kroner() + '.00'"
          [value]="method()"
          (connect-select)="onSelect($event)"
          (connect-submit)="tell($event)"
          (connect-redirect)="tell($event)"
          (connect-outcome)="tell($event)"
          (connect-confirmed)="onConfirmed($event)"
        />
      </connect-config>
    }
  `,
})
export class App {
  protected readonly invoiceNumber = signal('7435367');
  protected readonly method = signal('vippsEcommerce');
  protected readonly kroner = signal(295);
  protected readonly isShown = signal(true);
  protected readonly isPaid = signal(false);

  protected async tokenProvider(): Promise<string> {
    const answer = await fetch('/token');
    return answer.text();
  }

  protected tell({ type, detail }: CustomEvent<object>): void {
    console.info(type, JSON.stringify(detail));
  }

  protected onSelect(event: CustomEvent<SelectDetail>): void {
    this.tell(event);
    this.method.set(event.detail.paymentMethod);
  }

  protected onConfirmed(event: CustomEvent<ConfirmedDetail>): void {
    this.tell(event);
    this.isPaid.set(event.detail.confirmed);
  }
}
