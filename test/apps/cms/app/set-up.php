<?php
/** Installs WordPress with a reader, an author and a page, as an owner of a site would by hand. */

define( 'WP_INSTALLING', true );
require '/site/wp-load.php';
require_once ABSPATH . 'wp-admin/includes/upgrade.php';
require_once ABSPATH . 'wp-admin/includes/plugin.php';

wp_install( 'The Gazette', 'owner', 'owner@gazette.example', true, '', 'owner' );
update_option( 'permalink_structure', '/%postname%/' );
// They come from another host.
update_option( 'show_avatars', 0 );
foreach ( array( 'kari' => 'subscriber', 'ola' => 'subscriber', 'author' => 'author', 'editor' => 'editor' ) as $name => $role ) {
	wp_insert_user(
		array(
			'user_login' => $name,
			'user_pass'  => $name,
			'user_email' => "$name@gazette.example",
			'role'       => $role,
		)
	);
}
// Scripts are for the owner, whose articles show that harm would be seen.
get_role( 'editor' )->remove_cap( 'unfiltered_html' );
$result = activate_plugin( 'connect-elements/connect-elements.php' );
if ( is_wp_error( $result ) ) {
	fwrite( STDERR, $result->get_error_message() );
	exit( 1 );
}
$wp_rewrite->init();
$wp_rewrite->flush_rules();
echo get_bloginfo( 'version' );
