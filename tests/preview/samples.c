/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "samples.h"

#include <cairo-pdf.h>
#include <gdk-pixbuf/gdk-pixbuf.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <zip.h>

GBytes *
sample_bytes (const char *text)
{
  return g_bytes_new (text, strlen (text));
}

int
sample_open (GBytes *bytes)
{
  int file = memfd_create ("sample", MFD_CLOEXEC);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  g_assert_cmpint (file, >=, 0);
  for (gsize at = 0; at < length;)
    {
      ssize_t written = write (file, data + at, length - at);

      g_assert_cmpint (written, >, 0);
      at += (gsize)written;
    }
  return file;
}

gboolean
sample_has (GBytes *bytes, const char *words)
{
  gsize length;
  gconstpointer data = g_bytes_get_data (bytes, &length);

  return memmem (data, length, words, strlen (words)) != NULL;
}

/* --- PDF -------------------------------------------------------------------------------------- */

static cairo_status_t
take_bytes (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

GBytes *
sample_pdf (guint n_pages)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, 300, 200);
  cairo_t *cairo = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, "Parents' survey");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-03-03T10:00:00Z");
  for (guint i = 1; i <= n_pages; i++)
    {
      g_autofree char *words = g_strdup_printf ("Page %u of cats", i);

      cairo_set_source_rgb (cairo, 1, 0, 0);
      cairo_rectangle (cairo, 0, 0, 30, 200);
      cairo_fill (cairo);
      cairo_set_source_rgb (cairo, 0, 0, 0);
      cairo_move_to (cairo, 40, 100);
      cairo_set_font_size (cairo, 20);
      cairo_show_text (cairo, words);
      cairo_show_page (cairo);
    }
  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
sample_scanned_pdf (void)
{
  GByteArray *bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (take_bytes, bytes, 200, 300);
  cairo_surface_t *scan = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 200, 300);
  cairo_t *cairo = cairo_create (surface);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, "2026-03-04T10:00:00Z");
  memset (cairo_image_surface_get_data (scan), 0x55, 200 * 300 * 4);
  cairo_surface_mark_dirty (scan);
  cairo_set_source_surface (cairo, scan, 0, 0);
  cairo_paint (cairo);
  cairo_destroy (cairo);
  cairo_surface_destroy (scan);
  cairo_surface_destroy (surface);
  return g_byte_array_free_to_bytes (bytes);
}

/* --- pictures --------------------------------------------------------------------------------- */

/* Red on the left, blue on the right. */
static GdkPixbuf *
draw (int width, int height)
{
  GdkPixbuf *picture = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  g_autoptr (GdkPixbuf) left = gdk_pixbuf_new_subpixbuf (picture, 0, 0, width / 2, height);

  gdk_pixbuf_fill (picture, 0x0000ffff);
  gdk_pixbuf_fill (left, 0xff0000ff);
  return picture;
}

static GBytes *
save (GdkPixbuf *picture, const char *type, const char *key, const char *value)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  gdk_pixbuf_save_to_buffer (picture, &data, &length, type, &error, key, value, NULL);
  g_assert_no_error (error);
  return g_bytes_new_take (data, length);
}

/* What a camera writes: which way up, when, and a place. */
static const guint8 notes[] = "\xff\xe1\0\x66" /* length 102 */
                              "Exif\0\0MM\0*\0\0\0\x08"
                              "\0\x02"
                              "\x01\x12\0\x03\0\0\0\x01\0\x06\0\0"
                              "\x87\x69\0\x04\0\0\0\x01\0\0\0\x26"
                              "\0\0\0\0"
                              "\0\x01"
                              "\x90\x03\0\x02\0\0\0\x14\0\0\0\x38"
                              "\0\0\0\0"
                              "2026:04:01 10:11:12\0"
                              "taken in Elm Road";

GBytes *
sample_jpeg (void)
{
  g_autoptr (GdkPixbuf) picture = draw (60, 40);
  g_autoptr (GBytes) plain = save (picture, "jpeg", "quality", "95");
  GByteArray *bytes = g_byte_array_new ();
  gsize length;
  const guint8 *data = g_bytes_get_data (plain, &length);

  g_byte_array_append (bytes, data, 2);
  g_byte_array_append (bytes, notes, sizeof notes - 1);
  /* the length counts itself and what follows it */
  bytes->data[2 + 3] = (guint8)(sizeof notes - 1 - 2);
  g_byte_array_append (bytes, data + 2, (guint)length - 2);
  return g_byte_array_free_to_bytes (bytes);
}

GBytes *
sample_png (int width, int height)
{
  g_autoptr (GdkPixbuf) picture = draw (width, height);

  return save (picture, "png", "tEXt::Comment", SAMPLE_SECRET);
}

GBytes *
sample_gif (void)
{
  static const char gif[] = "GIF89a\x01\0\x01\0\x80\0\0\xff\0\0\0\0\xff"
                            "!\xfe\x11" SAMPLE_SECRET "\0"
                            ",\0\0\0\0\x01\0\x01\0\0\x02\x02\x44\x01\0;";

  return g_bytes_new (gif, sizeof gif - 1);
}

GBytes *
sample_webp (void)
{
  static const char webp[] = "RIFF\x4a\0\0\0WEBP"
                             "VP8X\x0a\0\0\0\x08\0\0\0\0\0\0\0\0\0"
                             "VP8L\x12\0\0\0the picture's data"
                             "EXIF\x12\0\0\0" SAMPLE_SECRET "\0";

  return g_bytes_new (webp, sizeof webp - 1);
}

/* --- films ------------------------------------------------------------------------------------ */

static void
add_box (GByteArray *bytes, const char *type, const void *data, gsize length)
{
  guint32 size = GUINT32_TO_BE ((guint32)(length + 8));

  g_byte_array_append (bytes, (const guint8 *)&size, 4);
  g_byte_array_append (bytes, (const guint8 *)type, 4);
  g_byte_array_append (bytes, data, (guint)length);
}

GBytes *
sample_film (const char *handler)
{
  GByteArray *film = g_byte_array_new ();
  g_autoptr (GByteArray) movie = g_byte_array_new (), track = g_byte_array_new ();
  g_autoptr (GByteArray) media = g_byte_array_new ();
  g_autofree char *handling = g_strdup_printf ("........%s............", handler);

  add_box (media, "hdlr", handling, strlen (handling));
  add_box (track, "mdia", media->data, media->len);
  add_box (movie, "trak", track->data, track->len);
  add_box (movie, "udta", SAMPLE_SECRET, strlen (SAMPLE_SECRET));
  add_box (film, "ftyp", "isom\0\0\0\0", 8);
  add_box (film, "moov", movie->data, movie->len);
  add_box (film, "mdat", "pictures and sound", 18);
  return g_byte_array_free_to_bytes (film);
}

/* One track whose only sample lies at the beginning of the data. */
static void
add_track (GByteArray *movie, const char *handler)
{
  static const guint8 sizes[] = { 0, 0, 0, 0, 0, 0, 0, 17, 0, 0, 0, 1 };
  static const guint8 chunks[] = { 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 0, 0, 1 };
  static const guint8 offsets[] = { 0, 0, 0, 0, 0, 0, 0, 1, 0, 0, 0, 24 };
  g_autoptr (GByteArray) table = g_byte_array_new (), information = g_byte_array_new ();
  g_autoptr (GByteArray) media = g_byte_array_new (), track = g_byte_array_new ();
  g_autofree char *handling = g_strdup_printf ("........%s............", handler);

  add_box (table, "stsz", sizes, sizeof sizes);
  add_box (table, "stsc", chunks, sizeof chunks);
  add_box (table, "stco", offsets, sizeof offsets);
  add_box (information, "stbl", table->data, table->len);
  add_box (media, "hdlr", handling, strlen (handling));
  add_box (media, "minf", information->data, information->len);
  add_box (track, "mdia", media->data, media->len);
  add_box (movie, "trak", track->data, track->len);
}

GBytes *
sample_tracked_film (void)
{
  GByteArray *film = g_byte_array_new ();
  g_autoptr (GByteArray) movie = g_byte_array_new ();

  add_box (film, "ftyp", "isom\0\0\0\0", 8);
  add_box (film, "mdat", SAMPLE_SECRET "pictures and sound", 35);
  add_track (movie, "text");
  add_box (film, "moov", movie->data, movie->len);
  return g_byte_array_free_to_bytes (film);
}

GBytes *
sample_heic (void)
{
  static const guint8 entry[] = { 2, 0, 0, 0, 0, 7, 0, 0, 'E', 'x', 'i', 'f', 0 };
  static const guint8 head[] = { 0, 0, 0, 0, 0, 1 };
  /* the notes lie at 24, 17 bytes of them */
  static const guint8 places[]
      = { 0, 0, 0, 0, 0x44, 0, 0, 1, 0, 7, 0, 0, 0, 1, 0, 0, 0, 24, 0, 0, 0, 17 };
  GByteArray *heic = g_byte_array_new ();
  g_autoptr (GByteArray) list = g_byte_array_new (), meta = g_byte_array_new ();

  g_byte_array_append (list, head, sizeof head);
  add_box (list, "infe", entry, sizeof entry);
  g_byte_array_append (meta, head, 4);
  add_box (meta, "iinf", list->data, list->len);
  add_box (meta, "iloc", places, sizeof places);
  add_box (heic, "ftyp", "heic\0\0\0\0", 8);
  add_box (heic, "mdat", SAMPLE_SECRET "the picture", 28);
  add_box (heic, "meta", meta->data, meta->len);
  return g_byte_array_free_to_bytes (heic);
}

GBytes *
sample_motion_heic (void)
{
  g_autoptr (GBytes) heic = sample_heic (), film = sample_film ("vide");
  GByteArray *both = g_byte_array_new ();

  g_byte_array_append (both, g_bytes_get_data (heic, NULL), (guint)g_bytes_get_size (heic));
  add_box (both, "mpvd", g_bytes_get_data (film, NULL), g_bytes_get_size (film));
  return g_byte_array_free_to_bytes (both);
}

/* Puts @inner and the telling box into a box of that name. */
static GByteArray *
wrap (GByteArray *inner, const char *name, const char *telling)
{
  GByteArray *outer = g_byte_array_new ();

  add_box (inner, telling, SAMPLE_SECRET, strlen (SAMPLE_SECRET));
  add_box (outer, name, inner->data, inner->len);
  g_byte_array_unref (inner);
  return outer;
}

GBytes *
sample_strange_film (const char *type)
{
  static const char *const tables[] = { "stsd", "stts", "stsc", "stsz", "stco", NULL };
  GByteArray *table = g_byte_array_new (), *media, *track, *movie;
  GByteArray *film = g_byte_array_new ();

  for (guint i = 0; tables[i] != NULL; i++)
    add_box (table, tables[i], "a table of it", 13);
  table = wrap (table, "stbl", type);
  add_box (table, "vmhd", "pictures", 8);
  table = wrap (table, "minf", type);
  media = g_byte_array_new ();
  add_box (media, "mdhd", "\0\0\0\0" SAMPLE_SECRET, 21);
  add_box (media, "hdlr", "........vide............" SAMPLE_SECRET, 41);
  g_byte_array_append (media, table->data, table->len);
  g_byte_array_unref (table);
  track = wrap (media, "mdia", type);
  add_box (track, "tkhd", "\0\0\0\7datesnow and its size", 25);
  movie = wrap (track, "trak", type);
  add_box (movie, "mvhd", "\0\0\0\0datesnow and its length", 27);
  movie = wrap (movie, "moov", type);
  add_box (film, "ftyp", "isom\0\0\0\0", 8);
  g_byte_array_append (film, movie->data, movie->len);
  g_byte_array_unref (movie);
  add_box (film, type, SAMPLE_SECRET, strlen (SAMPLE_SECRET));
  add_box (film, "mdat", "pictures and sound", 18);
  return g_byte_array_free_to_bytes (film);
}

GBytes *
sample_piecewise_film (void)
{
  static const guint8 no_samples[12] = { 0 }, no_entries[8] = { 0 };
  GByteArray *film = g_byte_array_new (), *movie;
  GByteArray *track = g_byte_array_new ();

  add_box (track, "stsz", no_samples, sizeof no_samples);
  add_box (track, "stsc", no_entries, sizeof no_entries);
  add_box (track, "stco", no_entries, sizeof no_entries);
  track = wrap (wrap (track, "stbl", "free"), "minf", "free");
  add_box (track, "hdlr", "........meta............", 24);
  movie = wrap (wrap (track, "mdia", "free"), "trak", "free");
  movie = wrap (movie, "moov", "free");
  add_box (film, "ftyp", "isom\0\0\0\0", 8);
  g_byte_array_append (film, movie->data, movie->len);
  g_byte_array_unref (movie);
  add_box (film, "moof", "\0\0\0\10traf", 8);
  add_box (film, "mdat", SAMPLE_SECRET, strlen (SAMPLE_SECRET));
  return g_byte_array_free_to_bytes (film);
}

/* --- office files ----------------------------------------------------------------------------- */

GBytes *
sample_zip (const char *const *entries)
{
  zip_source_t *source = zip_source_buffer_create (NULL, 0, 0, NULL);
  zip_t *zip = zip_open_from_source (source, ZIP_TRUNCATE, NULL);
  zip_stat_t what;
  guint8 *data;

  g_assert_nonnull (zip);
  zip_source_keep (source);
  for (; entries[0] != NULL; entries += 2)
    {
      zip_source_t *entry = zip_source_buffer (zip, entries[1], strlen (entries[1]), 0);

      g_assert_cmpint (zip_file_add (zip, entries[0], entry, 0), >=, 0);
    }
  g_assert_cmpint (zip_close (zip), ==, 0);
  g_assert_cmpint (zip_source_open (source), ==, 0);
  g_assert_cmpint (zip_source_stat (source, &what), ==, 0);
  data = g_malloc (what.size);
  g_assert_cmpint (zip_source_read (source, data, what.size), ==, (gint64)what.size);
  zip_source_close (source);
  zip_source_free (source);
  return g_bytes_new_take (data, what.size);
}

GBytes *
sample_odt (void)
{
  static const char *const entries[] = {
    "mimetype",
    "application/vnd.oasis.opendocument.text",
    "meta.xml",
    "<?xml version=\"1.0\"?><office:document-meta><office:meta>"
    "<meta:creation-date>2019-01-01T10:00:00</meta:creation-date>"
    "<dc:title>Plan &amp; review</dc:title><dc:date>2026-02-03T09:00:00</dc:date>"
    "</office:meta></office:document-meta>",
    "content.xml",
    "<?xml version=\"1.0\"?><office:document-content><office:automatic-styles>"
    "<number:text>hidden</number:text></office:automatic-styles><office:body><office:text>"
    "<text:h>Plan</text:h><text:p>We met<text:s/>fathers &#8211; twice</text:p>"
    "</office:text></office:body></office:document-content>",
    NULL,
  };

  return sample_zip (entries);
}

#define CORE                                                                                       \
  "<cp:coreProperties><dc:title>Minutes of May</dc:title>"                                         \
  "<dcterms:created>2020-01-01T00:00:00Z</dcterms:created>"                                        \
  "<dcterms:modified>2026-05-06T10:00:00Z</dcterms:modified></cp:coreProperties>"

GBytes *
sample_docx (void)
{
  static const char *const entries[] = {
    "[Content_Types].xml",
    "<Types/>",
    "docProps/core.xml",
    CORE,
    "word/document.xml",
    "<w:document><w:body><w:p><w:r><w:t>Present: nobody</w:t></w:r>"
    "<w:r><w:instrText>PAGE</w:instrText></w:r></w:p>"
    "<w:p><w:r><w:t xml:space=\"preserve\">It was </w:t><w:t>agreed</w:t></w:r></w:p>"
    "</w:body></w:document>",
    NULL,
  };

  return sample_zip (entries);
}

GBytes *
sample_xlsx (void)
{
  static const char *const entries[] = {
    "[Content_Types].xml",
    "<Types/>",
    "docProps/core.xml",
    CORE,
    "xl/workbook.xml",
    "<workbook/>",
    "xl/sharedStrings.xml",
    "<sst><si><t>Family</t></si><si><r><t>Vis</t></r><r><t>its</t></r></si></sst>",
    "xl/worksheets/sheet1.xml",
    "<worksheet><sheetData><row><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>"
    "</row><row><c r=\"A2\" t=\"inlineStr\"><is><t>Smith</t></is></c><c r=\"B2\"><v>14</v></c>"
    "</row></sheetData></worksheet>",
    NULL,
  };

  return sample_zip (entries);
}

GBytes *
sample_pptx (void)
{
  static const char *const entries[] = {
    "[Content_Types].xml",
    "<Types/>",
    "docProps/core.xml",
    CORE,
    "ppt/presentation.xml",
    "<p:presentation/>",
    "ppt/slides/slide1.xml",
    "<p:sld><a:p><a:r><a:t>Our year</a:t></a:r></a:p></p:sld>",
    NULL,
  };

  return sample_zip (entries);
}

GBytes *
sample_mail (void)
{
  return sample_bytes ("From: A Parent <parent@example.org>\r\n"
                       "To: centre@example.org\r\n"
                       "Subject: =?utf-8?B?VGhhbmtz?= =?iso-8859-1?Q?_f=FCr_all?=\r\n"
                       "Date: Wed, 1 Apr 2026 09:30:00 +0100\r\n"
                       "MIME-Version: 1.0\r\n"
                       "Content-Type: multipart/alternative;\r\n boundary=\"=-x\"\r\n"
                       "\r\n"
                       "--=-x\r\n"
                       "Content-Type: text/plain; charset=utf-8\r\n"
                       "Content-Transfer-Encoding: quoted-printable\r\n"
                       "\r\n"
                       "My son loves the caf=C3=A9 and the =\r\ngarden.\r\n"
                       "--=-x\r\n"
                       "Content-Type: text/html\r\n"
                       "\r\n"
                       "<p>not this one</p>\r\n"
                       "--=-x--\r\n");
}
