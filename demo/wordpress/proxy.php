<?php
/**
 * The proxy of the plugin on a page of its own, for a site in PHP without WordPress. Point `/capi/` at it,
 * keep `proxy-rules.php` beside it, and let `access_token` ask your own login.
 *
 * The API's address is in the environment: CONNECT_API_URL.
 */

require __DIR__ . '/proxy-rules.php';

/** The access token of whoever is logged in, from the site's own session; null when there is none. */
function access_token(): ?string {
	session_start( array( 'cookie_httponly' => true, 'cookie_samesite' => 'Lax', 'read_and_close' => true ) );
	return $_SESSION['access_token'] ?? null;
}

function refuse( int $status ): void {
	http_response_code( $status );
	header( 'Content-Type: application/json' );
	echo connect_proxy_error( $status );
	exit;
}

/** Asks the API. Gives status, headers by their names in lower case, and body; the status is 0 without an answer. */
function ask( string $method, string $url, array $headers, string $body, float $seconds ): array {
	$answer  = '';
	$seen    = array();
	$request = curl_init( $url );
	curl_setopt_array(
		$request,
		array(
			CURLOPT_CUSTOMREQUEST  => $method,
			CURLOPT_HTTPHEADER     => array_map( fn( $name ) => "$name: $headers[$name]", array_keys( $headers ) ),
			CURLOPT_FOLLOWLOCATION => false,
			CURLOPT_PROTOCOLS      => CURLPROTO_HTTPS | CURLPROTO_HTTP,
			CURLOPT_TIMEOUT_MS     => (int) ( 1000 * $seconds ),
			CURLOPT_HEADERFUNCTION => function ( $request, $line ) use ( &$seen ) {
				list( $name, $value ) = array_pad( explode( ':', $line, 2 ), 2, '' );
				$seen[ strtolower( $name ) ] = trim( $value );
				return strlen( $line );
			},
			CURLOPT_WRITEFUNCTION  => function ( $request, $piece ) use ( &$answer ) {
				$answer .= $piece;
				return strlen( $answer ) > CONNECT_PROXY_LONGEST_ANSWER ? 0 : strlen( $piece );
			},
		)
	);
	// Even `null` would make a form of a GET.
	if ( 'GET' !== $method ) {
		curl_setopt( $request, CURLOPT_POSTFIELDS, $body );
	}
	$is_whole = curl_exec( $request );
	return array( $is_whole ? curl_getinfo( $request, CURLINFO_RESPONSE_CODE ) : 0, $seen, $answer );
}

foreach ( CONNECT_PROXY_OWN_HEADERS as $name => $value ) {
	header( "$name: $value" );
}
header_remove( 'X-Powered-By' );
$method = $_SERVER['REQUEST_METHOD'];
$body   = file_get_contents( 'php://input' );

list( $path, $query ) = connect_proxy_target( $_SERVER['REQUEST_URI'], '/capi' );

$refusal = connect_proxy_refusal( $method, $path, $_SERVER, $body );
if ( null !== $refusal ) {
	refuse( $refusal );
}
$token = access_token();
if ( null === $token ) {
	refuse( 401 );
}
$left = connect_proxy_time_left( $_SERVER );
if ( ! $left ) {
	refuse( 502 );
}
$url = getenv( 'CONNECT_API_URL' ) . $path . $query;

list( $status, $headers, $answer ) = ask( $method, $url, connect_proxy_headers( $method, $token ), $body, $left );
if ( $status < 200 || ( $status >= 300 && $status < 400 ) ) {
	refuse( 502 );
}
http_response_code( $status );
header( 'Content-Type: ' . connect_proxy_type( $headers['content-type'] ?? '' ) );
foreach ( array_intersect_key( $headers, array_flip( CONNECT_PROXY_ANSWER_HEADERS ) ) as $name => $value ) {
	header( "$name: $value" );
}
echo $answer;
