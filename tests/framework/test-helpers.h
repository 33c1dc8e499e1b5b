/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#pragma once

#include "base/sf-error.h"
#include "framework/sf-framework.h"

/* What the tests of this folder share. */

/* The content of a shipped framework's file. Not inlined: GCC 12 would take what it returns for a
 * pointer to its local variable. */
G_GNUC_UNUSED static G_NO_INLINE char *
load_shipped_text (const char *id)
{
  g_autofree char *name = g_strconcat (id, ".xml", NULL);
  g_autofree char *path = g_build_filename (g_getenv ("SIXFOLD_DATADIR"), "frameworks", name, NULL);
  g_autoptr (GError) error = NULL;
  char *text = NULL;
  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  return text;
}

/* @text with the first @find after the first @anchor replaced; both must be there. */
static inline char *
replace_after (const char *text, const char *anchor, const char *find, const char *replacement)
{
  const char *from = strstr (text, anchor);
  g_assert_nonnull (from);
  const char *at = strstr (from, find);
  g_assert_nonnull (at);
  g_autofree char *before = g_strndup (text, (gsize)(at - text));
  return g_strconcat (before, replacement, at + strlen (find), NULL);
}

/* What is wrong with @text; empty if nothing is. */
static inline GPtrArray *
check_text (const char *text)
{
  g_autoptr (GPtrArray) problems = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  gboolean ok = sf_framework_check (bytes, "test.xml", problems);
  g_assert_cmpint (ok, ==, problems->len == 0);
  return g_steal_pointer (&problems);
}

static inline SfFramework *
load_text (const char *text)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr (GError) error = NULL;
  SfFramework *framework = sf_framework_new_from_bytes (bytes, "test.xml", &error);
  g_assert_no_error (error);
  return framework;
}

/* The smallest framework there can be: one area, one group, one statement, two levels. */
#define SMALLEST                                                                                   \
  "<framework xmlns='https://sixfold-app.github.io/ns/framework/1' id='small' edition='1'\n"       \
  " xml:lang='en-GB'><title>Small</title><short-title>S</short-title>\n"                           \
  "<source><title>T</title><publisher>P</publisher><year>2026</year><reference/>\n"                \
  "<note>N</note></source>\n"                                                                      \
  "<scales><scale id='yes-no' style='words'><title>Yes or no</title>\n"                            \
  "<level value='1'><name>Yes</name><descriptor>It is so.</descriptor></level>\n"                  \
  "<level value='2'><name>No</name><descriptor>It is not.</descriptor></level></scale></scales>\n" \
  "<area code='A' section='1' colour='#000000' dark-colour='#ffffff' short='One'>\n"               \
  "<title>The one area</title><introduction>I</introduction>\n"                                    \
  "<group code='S' scale='yes-no' subject='centre'><title>G</title>\n"                             \
  "<statement code='A-S1' position='1'><title>The one statement</title><text>T</text>\n"           \
  "<prompt>P</prompt><prompt>Q</prompt><evidence kind='data'>E</evidence></statement>\n"           \
  "</group></area></framework>"
