/** What the API of the bench lists for the product of an element. */
export async function listMethods(element) {
  const code = encodeURIComponent(element.getAttribute('product-code'));
  const response = await fetch(`${element.getAttribute('api-url')}/v1/product/payment/${code}`, {
    headers: { Accept: 'application/json', Authorization: 'Bearer token' },
  });
  return (await response.json()).paymentMethodResponseItems;
}
