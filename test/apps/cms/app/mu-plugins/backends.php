<?php
/**
 * Plugin Name: The site's own backends
 *
 * Stands for what a site has for the elements that do not ask the Connect API: it knows who is logged in, and
 * hands the rest to a server of the site's.
 */

add_action(
	'init',
	function () {
		if ( 0 !== strpos( $_SERVER['REQUEST_URI'], '/backend/' ) ) {
			return;
		}
		$user   = get_userdata( wp_validate_auth_cookie( '', 'logged_in' ) );
		$answer = wp_remote_request(
			file_get_contents( '/database/backend.txt' ) . $_SERVER['REQUEST_URI'],
			array(
				'method'  => $_SERVER['REQUEST_METHOD'],
				'headers' => array(
					'Content-Type'   => $_SERVER['CONTENT_TYPE'] ?? '',
					'Sec-Fetch-Site' => $_SERVER['HTTP_SEC_FETCH_SITE'] ?? '',
					'X-Subscriber'   => $user ? $user->user_login : '',
				),
				'body'    => 'GET' === $_SERVER['REQUEST_METHOD'] ? null : file_get_contents( 'php://input' ),
			)
		);
		status_header( wp_remote_retrieve_response_code( $answer ) );
		header( 'Content-Type: application/json' );
		echo wp_remote_retrieve_body( $answer );
		exit;
	}
);
