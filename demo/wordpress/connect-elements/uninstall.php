<?php
/** Who deletes the plugin keeps nothing of it on this site: the settings are all that it has stored. */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

delete_option( 'connect_elements' );
