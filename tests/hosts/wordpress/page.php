<?php
// php page.php <plugin>: shows a page as JSON from standard input says, and prints its HTML and its scripts as JSON.
//   text      what WordPress makes a page of, its paragraphs made already
//   post      the text of the post that is shown, where it is another; null: there is none
//   author    who wrote it: 7 may write scripts into posts, on a network as its super admin
//   trusted   the addresses that the site trusts, one a line
//   editing   whether the one who looks may edit posts
//   filtered  what the filter open_letter_script gives

set_error_handler(
	function ( $level, $message, $file, $line ) {
		throw new ErrorException( $message, 0, $level, $file, $line );
	}
);
$page = json_decode( stream_get_contents( STDIN ), true, 16, JSON_THROW_ON_ERROR );

require __DIR__ . '/stubs.php';
require $argv[1];

$content = array_key_exists( 'post', $page ) ? $page['post'] : $page['text'];
$post    = null === $content ? null : (object) array( 'post_author' => (string) $page['author'], 'post_content' => $content );
$editing = $page['editing'];
$options = array( 'open_letter_trusted' => $page['trusted'] );
$asked   = array();
if ( isset( $page['filtered'] ) ) {
	add_filter(
		'open_letter_script',
		function ( $script, $src ) use ( &$asked, $page ) {
			$asked[] = array( $script, $src );
			return $page['filtered'];
		}
	);
}
$html = do_shortcode( $page['text'] );
echo json_encode( compact( 'html', 'scripts', 'asked' ), JSON_THROW_ON_ERROR );
