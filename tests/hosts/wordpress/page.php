<?php
// php page.php <plugin>: shows a page described by JSON on standard input, and prints its HTML and scripts as JSON.
//   text      the page's text, with paragraphs made already
//   post      the text of the shown post, if different; null: no post
//   author    who wrote it: 7 may write scripts into posts, on a network as its super admin
//   trusted   the addresses that the site trusts, one per line
//   editing   whether the viewer may edit posts
//   filtered  the return value of the filter open_letter_script

require __DIR__ . '/load.php';

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
