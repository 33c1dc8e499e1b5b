/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "base/sf-error.h"
#include "samples.h"
#include "sandbox.h"

#include <unistd.h>

/* What is read out of files of every kind that a centre keeps. All of it goes through the sandbox.
 */

typedef struct
{
  const char *name;
  GBytes *(*make) (void);
  const char *title; /* NULL: none */
  const char *date;
  const char *words; /* to be found among its words; NULL: it has none */
  const char *not_words;
  guint width; /* of its picture; 0: none */
  guint height;
} Kind;

static GBytes *
make_pdf (void)
{
  return sample_pdf (2);
}

static GBytes *
make_png (void)
{
  return sample_png (300, 150);
}

static GBytes *
make_text (void)
{
  return sample_bytes ("Visits\r\nlast week: café\n");
}

static GBytes *
make_old_text (void)
{
  return sample_bytes ("The caf\xe9 \x96 open\n");
}

static GBytes *
make_wide_text (void)
{
  return g_bytes_new ("\xff\xfeh\0e\0l\0l\0o\0", 12);
}

static GBytes *
make_table (void)
{
  return sample_bytes ("Family,Visits\nSmith,14\n");
}

static GBytes *
make_empty (void)
{
  return sample_bytes ("");
}

static GBytes *
make_zip (void)
{
  return sample_zip ((const char *const[]){ "notes.txt", "words in a ZIP file", NULL });
}

static GBytes *
make_film (void)
{
  return sample_film ("vide");
}

static GBytes *
make_binary (void)
{
  return g_bytes_new ("\x7f"
                      "ELF\0\0\1\2\3words",
                      14);
}

static const Kind kinds[] = {
  { "pdf", make_pdf, "Parents' survey", "2026-03-03", "Page 2 of cats", NULL, 256, 171 },
  { "scanned-pdf", sample_scanned_pdf, NULL, "2026-03-04", NULL, NULL, 171, 256 },
  { "jpeg", sample_jpeg, NULL, "2026-04-01", NULL, NULL, 40, 60 },
  { "press-jpeg", sample_press_jpeg, NULL, NULL, NULL, NULL, 30, 20 },
  { "grey-jpeg", sample_grey_jpeg, NULL, NULL, NULL, NULL, 30, 20 },
  { "png", make_png, NULL, NULL, NULL, NULL, 256, 128 },
  { "gif", sample_gif, NULL, NULL, NULL, NULL, 1, 1 },
  { "odt", sample_odt, "Plan & review", "2026-02-03", "We met fathers – twice", "hidden", 0, 0 },
  { "docx", sample_docx, "Minutes of May", "2026-05-06", "It was agreed", "PAGE", 0, 0 },
  { "xlsx", sample_xlsx, "Minutes of May", "2026-05-06", "Smith\t14", NULL, 0, 0 },
  { "xlsx-shared", sample_xlsx, "Minutes of May", "2026-05-06", "Family\tVisits", NULL, 0, 0 },
  { "pptx", sample_pptx, "Minutes of May", "2026-05-06", "Our year", NULL, 0, 0 },
  { "text", make_text, NULL, NULL, "last week: café", "\r", 0, 0 },
  { "old-text", make_old_text, NULL, NULL, "The café – open", NULL, 0, 0 },
  { "wide-text", make_wide_text, NULL, NULL, "hello", NULL, 0, 0 },
  { "table", make_table, NULL, NULL, "Smith,14", NULL, 0, 0 },
  { "mail", sample_mail, "Thanks für all", "2026-04-01", "loves the café and the garden.",
    "not this", 0, 0 },
  { "empty", make_empty, NULL, NULL, NULL, NULL, 0, 0 },
  { "zip", make_zip, NULL, NULL, NULL, NULL, 0, 0 },
  { "film", make_film, NULL, NULL, NULL, NULL, 0, 0 },
  { "binary", make_binary, NULL, NULL, NULL, NULL, 0, 0 },
};

static void
test_kind (gconstpointer data)
{
  const Kind *kind = data;
  g_autoptr (GBytes) bytes = kind->make ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPreviewReply) reply = NULL;
  int file;

  if (skip_without_sandbox ())
    return;
  file = sample_open (bytes);
  reply = sf_preview_client_look (file, NULL, &error);
  close (file);
  g_assert_no_error (error);
  g_assert_cmpstr (reply->title, ==, kind->title);
  g_assert_cmpstr (reply->date, ==, kind->date);
  if (kind->words == NULL)
    g_assert_null (reply->text);
  else if (reply->text == NULL || strstr (reply->text, kind->words) == NULL)
    g_error ("“%s” is not in “%s”", kind->words, reply->text);
  if (kind->not_words != NULL)
    g_assert_null (strstr (reply->text, kind->not_words));
  g_assert_cmpuint (reply->width, ==, kind->width);
  g_assert_cmpuint (reply->height, ==, kind->height);
  g_assert_cmpint (reply->pixels != NULL, ==, kind->width > 0);
}

static const guint8 *
pixel_at (SfPreviewReply *reply, guint x, guint y)
{
  return (const guint8 *)g_bytes_get_data (reply->pixels, NULL) + ((gsize)y * reply->width + x) * 3;
}

/* A picture that the camera held sideways is shown upright: what was left is on top. */
static void
test_upright (void)
{
  g_autoptr (GBytes) bytes = sample_jpeg ();
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPreviewReply) reply = NULL;
  int file;

  if (skip_without_sandbox ())
    return;
  file = sample_open (bytes);
  reply = sf_preview_client_show (file, 0, 600, NULL, &error);
  close (file);
  g_assert_no_error (error);
  g_assert_cmpuint (pixel_at (reply, 20, 5)[0], >, 200);
  g_assert_cmpuint (pixel_at (reply, 20, 5)[2], <, 50);
  g_assert_cmpuint (pixel_at (reply, 20, 55)[2], >, 200);
}

static void
assert_colour (GBytes *bytes, int red, int green, int blue)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPreviewReply) reply = NULL;
  int file = sample_open (bytes);
  const guint8 *pixel;

  reply = sf_preview_client_look (file, NULL, &error);
  close (file);
  g_assert_no_error (error);
  pixel = pixel_at (reply, 10, 10);
  g_assert_cmpint (ABS (pixel[0] - red), <, 5);
  g_assert_cmpint (ABS (pixel[1] - green), <, 5);
  g_assert_cmpint (ABS (pixel[2] - blue), <, 5);
}

static void
test_colours (void)
{
  g_autoptr (GBytes) press = sample_press_jpeg (), grey = sample_grey_jpeg ();

  if (skip_without_sandbox ())
    return;
  assert_colour (press, 255, 0, 0);
  assert_colour (grey, 60, 60, 60);
}

static void
test_pages (void)
{
  g_autoptr (GBytes) bytes = sample_pdf (3);
  g_autoptr (GError) error = NULL;
  g_autoptr (SfPreviewReply) reply = NULL, beyond = NULL;
  int file;

  if (skip_without_sandbox ())
    return;
  file = sample_open (bytes);
  reply = sf_preview_client_show (file, 1, 600, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (reply->n_pages, ==, 3);
  g_assert_cmpuint (reply->width, ==, 600);
  g_assert_nonnull (strstr (reply->text, "Page 2"));
  g_assert_null (strstr (reply->text, "Page 1"));
  g_assert_cmpuint (pixel_at (reply, 10, 10)[0], >, 200);
  g_assert_cmpuint (pixel_at (reply, 10, 10)[1], <, 50);
  g_assert_cmpuint (pixel_at (reply, 500, 10)[1], >, 200);
  beyond = sf_preview_client_show (file, 3, 600, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (beyond->pixels);
  close (file);
}

static void
test_cancelled (void)
{
  g_autoptr (GBytes) bytes = sample_pdf (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  int file;

  if (skip_without_sandbox ())
    return;
  file = sample_open (bytes);
  g_cancellable_cancel (cancellable);
  g_assert_null (sf_preview_client_look (file, cancellable, &error));
  g_assert_error (error, SF_ERROR, SF_ERROR_CANCELLED);
  close (file);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      g_autofree char *path = g_strconcat ("/preview/kinds/", kinds[i].name, NULL);

      g_test_add_data_func (path, &kinds[i], test_kind);
    }
  g_test_add_func ("/preview/upright", test_upright);
  g_test_add_func ("/preview/colours", test_colours);
  g_test_add_func ("/preview/pages", test_pages);
  g_test_add_func ("/preview/cancelled", test_cancelled);
  return g_test_run ();
}
