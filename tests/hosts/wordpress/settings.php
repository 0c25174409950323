<?php
// php settings.php <plugin>: opens and saves the settings described by JSON on standard input, and prints as
// JSON what WordPress received.
//   network   whether the site belongs to a network
//   may       the user's capabilities
//   trusted   the stored value
//   given     the form's data

require __DIR__ . '/load.php';

$network = $page['network'];
$may     = $page['may'];
$options = array( 'open_letter_trusted' => $page['trusted'] );
$actions['admin_menu']();
$actions['admin_init']();
$saved_by = apply_filters( 'option_page_capability_open_letter', 'manage_options' );
$stored   = $settings['open_letter_trusted']['sanitize_callback']( $page['given'] );
$again    = $settings['open_letter_trusted']['sanitize_callback']( $stored );
ob_start();
$menus['open-letter']['show']();
$html = ob_get_clean();
$uninstall();
$menu = array( 'title' => $menus['open-letter']['title'], 'capability' => $menus['open-letter']['capability'] );
$rest = array_diff_key( $settings['open_letter_trusted'], array( 'sanitize_callback' => 0 ) );
echo json_encode( compact( 'menu', 'rest', 'saved_by', 'stored', 'again', 'errors', 'html', 'options' ), JSON_THROW_ON_ERROR );
