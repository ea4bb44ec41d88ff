<?php
/** A site in PHP with a login that asks for no password, and the proxy of the handbook. */

putenv( 'CONNECT_API_URL=' . trim( file_get_contents( __DIR__ . '/api-url.txt' ) ) );
// In place of a login that took most of the time for a token.
if ( isset( $_SERVER['HTTP_X_TEST_LATE'] ) ) {
	$_SERVER['REQUEST_TIME_FLOAT'] -= 14.5;
}
if ( '/login' !== $_SERVER['REQUEST_URI'] ) {
	require __DIR__ . '/proxy.php';
	exit;
}
session_start( array( 'cookie_httponly' => true, 'cookie_samesite' => 'Lax' ) );
$_SESSION['access_token'] = trim( file_get_contents( __DIR__ . '/token.txt' ) );
