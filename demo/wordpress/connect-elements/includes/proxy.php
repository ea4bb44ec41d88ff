<?php
/**
 * The proxy as a REST route. WordPress gives a REST request without a nonce no user, and the elements send
 * no header of their own: the proxy's rules stand in place of the nonce, and the cookie is read here.
 */

defined( 'ABSPATH' ) || exit;

const CONNECT_ELEMENTS_ROUTE = 'connect-elements/v1/capi';

add_action(
	'rest_api_init',
	function () {
		register_rest_route(
			'connect-elements/v1',
			'/capi/(?P<path>.+)',
			array(
				'methods'             => array( 'GET', 'POST', 'PATCH' ),
				'callback'            => 'connect_elements_proxy',
				// Who may ask is part of the rules, and each refusal has a status of its own.
				'permission_callback' => '__return_true',
				'show_in_index'       => false,
			)
		);
	}
);

/** Bodies are passed as they came: decoded and encoded again, a large number would be another. */
add_filter(
	'rest_pre_serve_request',
	function ( $is_served, $response ) {
		if ( ! $response instanceof Connect_Elements_Answer ) {
			return $is_served;
		}
		// WordPress adds headers for other origins, which nobody of these may use.
		header_remove( 'Access-Control-Allow-Origin' );
		header_remove( 'Access-Control-Allow-Credentials' );
		echo $response->body; // phpcs:ignore WordPress.Security.EscapeOutput -- Sent as JSON or plain text, never as HTML.
		return true;
	},
	20,
	2
);

/** `?_envelope` would lose the body, and the headers that forbid to keep it. */
add_filter(
	'rest_envelope_response',
	function ( $envelope, $response ) {
		return $response instanceof Connect_Elements_Answer ? $response : $envelope;
	},
	10,
	2
);

/** An answer whose body is not decoded. */
class Connect_Elements_Answer extends WP_REST_Response {
	/** @var string */
	public $body;

	public function __construct( string $body, int $status, array $headers = array() ) {
		// Not null: `?_fields` looks for its names in it.
		parent::__construct( array(), $status, CONNECT_PROXY_OWN_HEADERS + $headers + array( 'content-type' => 'application/json' ) );
		$this->body = $body;
	}
}

function connect_elements_proxy( WP_REST_Request $request ): Connect_Elements_Answer {
	// phpcs:disable WordPress.Security.ValidatedSanitizedInput -- Compared and matched as it was sent.
	// Not the request's own method: `?_method=POST` would make a POST of an image's address.
	$method = $_SERVER['REQUEST_METHOD'];
	$base   = (string) wp_parse_url( rest_url( CONNECT_ELEMENTS_ROUTE ), PHP_URL_PATH );

	list( $path, $query ) = connect_proxy_target( $_SERVER['REQUEST_URI'], $base );

	$body   = $request->get_body();
	$status = connect_proxy_refusal( $method, $path, $_SERVER, $body );
	// phpcs:enable
	if ( null !== $status ) {
		return connect_elements_refuse( $status );
	}
	$user_id = wp_validate_auth_cookie( '', 'logged_in' );

	/**
	 * The access token of a user, from the site's own login; null when there is none.
	 *
	 * @param string|null $token
	 * @param int         $user_id
	 */
	$token = $user_id ? apply_filters( 'connect_elements_access_token', null, $user_id ) : null;
	if ( ! is_string( $token ) || '' === $token ) {
		return connect_elements_refuse( 401 );
	}
	$left = connect_proxy_time_left( $_SERVER );
	return $left ? connect_elements_ask( $method, $path . $query, $body, $token, $left ) : connect_elements_refuse( 502 );
}

function connect_elements_ask( string $method, string $target, string $body, string $token, float $seconds ): Connect_Elements_Answer {
	$answer = wp_remote_request(
		connect_elements_api_url() . $target,
		array(
			'method'              => $method,
			'headers'             => connect_proxy_headers( $method, $token ),
			'body'                => 'GET' === $method ? null : $body,
			'redirection'         => 0,
			'timeout'             => $seconds,
			'cookies'             => array(),
			'limit_response_size' => CONNECT_PROXY_LONGEST_ANSWER + 1,
		)
	);
	$status = wp_remote_retrieve_response_code( $answer );
	$text   = wp_remote_retrieve_body( $answer );
	// A redirect is not followed, and its address is none of the page's business.
	if ( ! $status || ( $status >= 300 && $status < 400 ) || strlen( $text ) > CONNECT_PROXY_LONGEST_ANSWER ) {
		return connect_elements_refuse( 502 );
	}
	$type    = wp_remote_retrieve_header( $answer, 'content-type' );
	$headers = array( 'content-type' => connect_proxy_type( is_string( $type ) ? $type : '' ) );
	foreach ( CONNECT_PROXY_ANSWER_HEADERS as $name ) {
		$value = wp_remote_retrieve_header( $answer, $name );
		if ( is_string( $value ) && '' !== $value ) {
			$headers[ $name ] = $value;
		}
	}
	return new Connect_Elements_Answer( $text, $status, $headers );
}

function connect_elements_refuse( int $status ): Connect_Elements_Answer {
	return new Connect_Elements_Answer( connect_proxy_error( $status ), $status );
}
