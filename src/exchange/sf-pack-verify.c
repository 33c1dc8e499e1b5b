/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* Reading a pack back, and reading one that somebody hands in. */
#include "base/sf-digest.h"
#include "base/sf-error.h"
#include "exchange/sf-pack-name.h"
#include "exchange/sf-pack-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LIST_LIMIT (32 << 20)
#define FILE_LIMIT (SF_ATTACHMENT_LIMIT + (G_GINT64_CONSTANT (1) << 20))
#define DIGEST_LENGTH 64
#define MOST_PROBLEMS 200

typedef struct
{
  SfPackSource *source;
  GHashTable *present; /* names of files that nobody has asked for yet */
  GHashTable *expected;
  SfPackReport *report;
  GCancellable *cancellable;
} Check;

void
sf_pack_report_free (SfPackReport *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->problems);
  g_free (self);
}

static void
add_problem (Check *self, const char *format, const char *name)
{
  if (self->report->problems->len < MOST_PROBLEMS)
    g_ptr_array_add (self->report->problems, g_strdup_printf (format, name));
}

static void
add_to_string (gconstpointer piece, gsize length, gpointer data)
{
  g_string_append_len (data, piece, (gssize)length);
}

static void
add_to_checksum (gconstpointer piece, gsize length, gpointer data)
{
  sf_digest_update (data, piece, length);
}

static gboolean
check_file (Check *self, const char *name, const char *digest, GError **error)
{
  g_autoptr (SfDigest) checksum = sf_digest_new ();
  g_autoptr (GError) local = NULL;

  g_hash_table_remove (self->present, name);
  if (!sf_pack_source_read (self->source, name, FILE_LIMIT, add_to_checksum, checksum,
                            self->cancellable, &local))
    {
      if (g_error_matches (local, SF_ERROR, SF_ERROR_NOT_FOUND))
        add_problem (self, _ ("“%s” is missing."), name);
      else if (g_error_matches (local, SF_ERROR, SF_ERROR_DAMAGED))
        add_problem (self, _ ("“%s” cannot be read."), name);
      else
        {
          g_propagate_error (error, g_steal_pointer (&local));
          return FALSE;
        }
      return TRUE;
    }
  if (strcmp (sf_digest_get_string (checksum), digest) == 0)
    self->report->n_files++;
  else
    add_problem (self, _ ("“%s” is not as it was packed."), name);
  return TRUE;
}

/* "DIGEST  NAME", as sha256sum writes it; %NULL for anything else. */
static const char *
split_line (char *line)
{
  if (strlen (line) < DIGEST_LENGTH + 3 || line[DIGEST_LENGTH] != ' '
      || (line[DIGEST_LENGTH + 1] != ' ' && line[DIGEST_LENGTH + 1] != '*')
      || strspn (line, "0123456789abcdef") != DIGEST_LENGTH)
    return NULL;
  line[DIGEST_LENGTH] = '\0';
  return sf_pack_name_is_safe (line + DIGEST_LENGTH + 2) ? line + DIGEST_LENGTH + 2 : NULL;
}

static gboolean
check_line (Check *self, char *line, GHashTable *known, GError **error)
{
  const char *name;
  g_autofree char *number = NULL;

  if (*line == '\0')
    return TRUE;
  name = split_line (line);
  if (name == NULL || g_hash_table_contains (known, name))
    {
      number = g_strdup_printf ("%u", g_hash_table_size (known) + 1);
      add_problem (self, _ ("Line %s of the list of checksums cannot be read."), number);
      return TRUE;
    }
  g_hash_table_add (known, (gpointer)name);
  if (self->expected != NULL && g_strcmp0 (g_hash_table_lookup (self->expected, name), line) != 0)
    add_problem (self, _ ("“%s” is not as it was planned."), name);
  return check_file (self, name, line, error);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Programs that only show a folder leave these there; nobody is misled by them. */
static gboolean
is_from_looking (const char *path)
{
  static const char *const names[] = { ".DS_Store", "Thumbs.db", "desktop.ini", NULL };
  const char *slash = strrchr (path, '/');
  const char *name = slash != NULL ? slash + 1 : path;

  return g_strv_contains (names, name)
         || (g_str_has_prefix (name, ".~lock.") && g_str_has_suffix (name, "#"));
}

static void
tell_unlisted (Check *self, GHashTable *known)
{
  GPtrArray *names = sf_pack_source_get_names (self->source);
  GHashTableIter iter;
  gpointer name;

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    if (g_hash_table_contains (self->present, names->pdata[i])
        && !is_from_looking (names->pdata[i]))
      add_problem (self, _ ("“%s” is not in the list of checksums: it was added later."),
                   names->pdata[i]);
  if (self->expected == NULL)
    return;
  g_hash_table_iter_init (&iter, self->expected);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    if (!g_hash_table_contains (known, name))
      add_problem (self, _ ("“%s” is missing."), name);
}

static gboolean
check_list (Check *self, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GHashTable) known = g_hash_table_new (g_str_hash, g_str_equal);
  g_auto (GStrv) lines = NULL;
  g_autoptr (GError) local = NULL;

  if (!sf_pack_source_read (self->source, SF_PACK_CHECKSUMS, LIST_LIMIT, add_to_string, text,
                            self->cancellable, &local))
    {
      if (!g_error_matches (local, SF_ERROR, SF_ERROR_NOT_FOUND))
        g_propagate_error (error, g_steal_pointer (&local));
      else
        g_set_error_literal (error, SF_ERROR, SF_ERROR_NOT_OURS,
                             _ ("This is not an evidence pack: it has no list of checksums."));
      return FALSE;
    }
  g_hash_table_remove (self->present, SF_PACK_CHECKSUMS);
  lines = g_strsplit (text->str, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    if (!check_line (self, lines[i], known, error))
      return FALSE;
  tell_unlisted (self, known);
  return TRUE;
}

SfPackReport *
sf_pack_verify_against (const char *path,
                        GHashTable *expected,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (SfPackSource) source = sf_pack_source_open (path, error);
  g_autoptr (SfPackReport) report = NULL;
  g_autoptr (GHashTable) present = g_hash_table_new (g_str_hash, g_str_equal);
  GPtrArray *names;

  if (source == NULL)
    return NULL;
  names = sf_pack_source_get_names (source);
  for (guint i = 0; i < names->len; i++)
    g_hash_table_add (present, names->pdata[i]);
  report = g_new0 (SfPackReport, 1);
  report->problems = g_ptr_array_new_with_free_func (g_free);
  if (!check_list (&(Check){ source, present, expected, report, cancellable }, error))
    return NULL;
  return g_steal_pointer (&report);
}

SfPackReport *
sf_evidence_pack_verify (const char *path, GCancellable *cancellable, GError **error)
{
  g_return_val_if_fail (path != NULL, NULL);

  return sf_pack_verify_against (path, NULL, cancellable, error);
}
