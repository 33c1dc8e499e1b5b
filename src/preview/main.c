/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "preview/sf-limits.h"
#include "preview/sf-reply.h"
#include "preview/sf-strip.h"

#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/stat.h>

/* sixfold-preview: looks into one file, which lies open before it, and says what is in it. It is
 * started anew for each file, in a sandbox, by the program that keeps the files. */

#define SECONDS_TO_LOOK 8
#define SECONDS_TO_STRIP 60

static int
usage (void)
{
  fputs ("usage: sixfold-preview look | page NUMBER SIDE | strip | hello\n"
         "The contents are read from file descriptor 3; the reply goes to standard output.\n",
         stderr);
  return 2;
}

static gboolean
read_number (const char *text, guint64 least, guint64 most, guint64 *number)
{
  return g_ascii_string_to_unsigned (text, 10, least, most, number, NULL);
}

static gboolean
map_contents (SfBytes *bytes)
{
  gpointer data;
  struct stat what;

  if (fstat (SF_PREVIEW_FD, &what) != 0 || !S_ISREG (what.st_mode))
    return FALSE;
  if (what.st_size == 0)
    return TRUE;
  data = mmap (NULL, (gsize)what.st_size, PROT_READ, MAP_PRIVATE, SF_PREVIEW_FD, 0);
  *bytes = (SfBytes){ data, (gsize)what.st_size };
  return data != MAP_FAILED;
}

static void
reply_to_look (SfBytes bytes, gint page, guint side)
{
  SfLook look = { .page = page, .side = side };

  sf_look_at (&look, bytes);
  sf_reply_look (&look);
  sf_look_clear (&look);
}

int
main (int argc, char **argv)
{
  const char *task = argc > 1 ? argv[1] : "";
  gboolean strips = g_str_equal (task, "strip");
  guint64 page = 0, side = SF_PREVIEW_SMALL_SIDE;
  static const guint8 nothing[1];
  SfBytes bytes = { nothing, 0 };

  if (g_str_equal (task, "page")
          ? argc != 4 || !read_number (argv[2], 0, SF_PREVIEW_MAX_PAGES, &page)
                || !read_number (argv[3], 1, SF_PREVIEW_MAX_SIDE, &side)
          : argc != 2)
    return usage ();
  if (!g_str_equal (task, "hello") && !map_contents (&bytes))
    return EXIT_FAILURE;
  if (!sf_limits_set (bytes.length, strips ? SECONDS_TO_STRIP : SECONDS_TO_LOOK))
    return EXIT_FAILURE;
  sf_reply_begin ();
  if (strips)
    sf_strip (bytes);
  else if (g_str_equal (task, "page"))
    reply_to_look (bytes, (gint)page, (guint)side);
  else if (g_str_equal (task, "look"))
    reply_to_look (bytes, -1, (guint)side);
  else if (!g_str_equal (task, "hello"))
    return usage ();
  sf_reply_end ();
  return EXIT_SUCCESS;
}
