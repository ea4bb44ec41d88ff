<?php
/**
 * The rules of a proxy for the Connect API. They know nothing of WordPress: `proxy.php` beside the plugin's
 * folder uses them on a page of its own.
 */

/** Bytes of a request's body. What the elements send is some hundred. */
const CONNECT_PROXY_LONGEST_REQUEST = 65536;
/** Bytes of an answer. */
const CONNECT_PROXY_LONGEST_ANSWER = 1048576;
/** Seconds for all of it, the token too. The elements wait for twenty, and then do not know what came of it. */
const CONNECT_PROXY_TIMEOUT = 15;

/** Headers of an answer that a page may see, beside its type. */
const CONNECT_PROXY_ANSWER_HEADERS = array( 'retry-after', 'x-ratelimit-remaining', 'x-ratelimit-reset' );

/** Of every answer. An error page of a gateway may have the address in it: opened as a page of the site it would be one. */
const CONNECT_PROXY_OWN_HEADERS = array(
	'cache-control'           => 'no-store',
	'x-content-type-options'  => 'nosniff',
	'content-security-policy' => "default-src 'none'; sandbox",
);

/** A piece of a path that no server reads as more than one, or as the way up: no encoded slash, no dots alone. */
const CONNECT_PROXY_SEGMENT = '(?!\.{1,2}(?:/|$))(?:[A-Za-z0-9._~-]|%(?!2[EFef]|5[Cc]|00)[0-9A-Fa-f]{2})+';

/**
 * Why a request is not passed on, as an HTTP status; null when it is.
 *
 * A cookie says who asks, so a page of another site must not be able to ask: no page can forge the header
 * `Sec-Fetch-Site`. `$method` is the one that was really used, `$path` begins after the proxy's own address
 * and is not decoded.
 */
function connect_proxy_refusal( string $method, string $path, array $server, string $body ): ?int {
	if ( 'same-origin' !== ( $server['HTTP_SEC_FETCH_SITE'] ?? '' ) ) {
		return 403;
	}
	if ( ! connect_proxy_knows( $method, $path ) ) {
		return 404;
	}
	if ( strlen( $body ) > CONNECT_PROXY_LONGEST_REQUEST ) {
		return 413;
	}
	// A form can be written by whoever writes articles; it cannot send JSON.
	$type = strtolower( trim( explode( ';', $server['CONTENT_TYPE'] ?? '' )[0] ) );
	if ( 'GET' !== $method && 'application/json' !== $type ) {
		return 415;
	}
	return null;
}

/** Whether this is one of the operations that the elements use. */
function connect_proxy_knows( string $method, string $path ): bool {
	$segment    = CONNECT_PROXY_SEGMENT;
	$operations = array(
		"GET /v1/(?:product/payment|customer/invoice/payment)/$segment",
		"POST /v1/product/payment/$segment",
		'POST /v1/api/payment/invoice',
		'(?:GET|POST|PATCH) /v1/customer/payment/(?:vipps/agreement|klarna/token)',
		'(?:GET|POST|PATCH) /v1/api/payment/(?:payex/token|nexi/subscription)',
	);
	return 1 === preg_match( '#\A(?:' . implode( '|', $operations ) . ')\z#', "$method $path" );
}

/** What goes to the API: nothing of the page's own headers, no cookie. */
function connect_proxy_headers( string $method, string $token ): array {
	$headers = array(
		'Accept'        => 'application/json',
		'Authorization' => "Bearer $token",
	);
	if ( 'GET' !== $method ) {
		$headers['Content-Type'] = 'application/json';
	}
	return $headers;
}

/** An element takes whatever is no JSON for an answer that it cannot use, so nothing is lost. */
function connect_proxy_type( string $type ): string {
	return preg_match( '#\Aapplication/json\s*(?:;|\z)#i', $type ) ? 'application/json' : 'text/plain; charset=utf-8';
}

/** Seconds that are left for the API since the request came; 0 when they are too few to begin something. */
function connect_proxy_time_left( array $server ): float {
	$left = CONNECT_PROXY_TIMEOUT - ( microtime( true ) - $server['REQUEST_TIME_FLOAT'] );
	return $left < 1 ? 0.0 : $left;
}

/** The body of a refusal of the proxy's own, in the shape of the API's. */
function connect_proxy_error( int $status ): string {
	$texts = array(
		401 => 'not logged in',
		403 => 'only for pages of this site',
		404 => 'no such operation',
		413 => 'too long',
		415 => 'JSON is expected',
		502 => 'no usable answer',
	);
	return json_encode( array( 'errorMessage' => $texts[ $status ] ?? 'refused' ) );
}

/** The part of an address after the proxy's own, as it was sent: its path and its query with a question mark. */
function connect_proxy_target( string $address, string $base ): array {
	$parts = explode( '?', $address, 2 );
	$start = strpos( $parts[0], $base . '/' );
	$path  = false === $start ? '' : substr( $parts[0], $start + strlen( $base ) );
	$query = isset( $parts[1] ) && '' !== $parts[1] ? '?' . $parts[1] : '';
	return array( $path, $query );
}
