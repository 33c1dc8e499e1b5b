/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "model/sf-shipped-measure.h"

#include <gio/gio.h>
#include <math.h>

#define PATH "/io/github/sixfold_app/Sixfold/measures/measures.ini"

/* Made by glib-compile-resources. */
extern GResource *sf_measures_get_resource (void);

static GKeyFile *
read_list (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (sf_measures_get_resource (), PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  GKeyFile *file = g_key_file_new ();

  /* A part of the program: if it cannot be read the program was built wrongly. */
  if (bytes == NULL || !g_key_file_load_from_bytes (file, bytes, G_KEY_FILE_NONE, &error))
    g_error ("the list of measures: %s", error->message);
  return file;
}

static char *
get_text (GKeyFile *file, const char *group, const char *key)
{
  return g_key_file_get_string (file, group, key, NULL);
}

static SfShippedMeasure *
read_measure (GKeyFile *file, const char *id)
{
  SfShippedMeasure *measure = g_new0 (SfShippedMeasure, 1);

  measure->id = g_strdup (id);
  measure->title = get_text (file, id, "title");
  measure->explanation = get_text (file, id, "explanation");
  measure->kind = get_text (file, id, "kind");
  measure->unit = get_text (file, id, "unit");
  measure->direction = get_text (file, id, "direction");
  measure->period = get_text (file, id, "period");
  measure->full_count = g_key_file_get_boolean (file, id, "full-count", NULL);
  measure->source = get_text (file, id, "source");
  measure->aim = g_key_file_has_key (file, id, "aim", NULL)
                     ? g_key_file_get_double (file, id, "aim", NULL)
                     : (double)NAN;
  return measure;
}

GPtrArray *
sf_shipped_measures_list (void)
{
  static GPtrArray *list = NULL;

  if (g_once_init_enter (&list))
    {
      g_autoptr (GKeyFile) file = read_list ();
      g_auto (GStrv) ids = g_key_file_get_groups (file, NULL);
      GPtrArray *made = g_ptr_array_new ();

      for (char **id = ids; *id != NULL; id++)
        g_ptr_array_add (made, read_measure (file, *id));
      g_once_init_leave (&list, made);
    }
  return list;
}

const SfShippedMeasure *
sf_shipped_measures_find (const char *id)
{
  GPtrArray *list = sf_shipped_measures_list ();

  for (guint i = 0; i < list->len; i++)
    if (g_strcmp0 (((SfShippedMeasure *)list->pdata[i])->id, id) == 0)
      return list->pdata[i];
  return NULL;
}
