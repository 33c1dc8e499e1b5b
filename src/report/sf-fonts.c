/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-fonts.h"

#include <fontconfig/fontconfig.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>
#include <pango/pangofc-fontmap.h>
#include <string.h>

#include "base/sf-error.h"
#include "sf-config.h"

struct _SfFonts
{
  GObject parent_instance;

  FcConfig *config;
  PangoFontMap *map;
};

G_DEFINE_FINAL_TYPE (SfFonts, sf_fonts, G_TYPE_OBJECT)

static void
sf_fonts_finalize (GObject *object)
{
  SfFonts *self = SF_FONTS (object);

  /* Pango keeps the configuration that it was given for ever, unless it is taken away. */
  if (self->map != NULL)
    pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), NULL);
  g_clear_object (&self->map);
  g_clear_pointer (&self->config, FcConfigDestroy);
  G_OBJECT_CLASS (sf_fonts_parent_class)->finalize (object);
}

static void
sf_fonts_class_init (SfFontsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = sf_fonts_finalize;
}

static void
sf_fonts_init (SfFonts *self)
{
}

static char *
find_directory (const char *directory)
{
  const char *data = g_getenv ("SIXFOLD_DATADIR");

  if (directory != NULL)
    return g_strdup (directory);
  if (data != NULL && *data != '\0')
    return g_build_filename (data, "fonts", NULL);
  if (!g_file_test (SF_PKGDATADIR "/fonts", G_FILE_TEST_IS_DIR)
      && g_file_test (SF_SOURCE_DATADIR "/fonts", G_FILE_TEST_IS_DIR))
    return g_strdup (SF_SOURCE_DATADIR "/fonts"); /* run from where it was built */
  return g_build_filename (SF_PKGDATADIR, "fonts", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

/* Pango asks for emoji by this name. Without it the first font that has the character is taken, and
 * the digit of a keycap comes from another than its cap. */
static const char emoji[] = "<fontconfig><alias binding=\"same\"><family>emoji</family>"
                            "<prefer><family>Noto Emoji</family></prefer></alias></fontconfig>";

/* File by file: adding the whole directory would have fontconfig look for a place for a cache. */
static guint
add_files (SfFonts *self, const char *directory)
{
  g_autoptr (GDir) dir = g_dir_open (directory, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;
  guint added = 0;

  if (dir == NULL)
    return 0;
  while ((name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".ttf"))
      g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    {
      g_autofree char *path = g_build_filename (directory, g_ptr_array_index (names, i), NULL);

      if (FcConfigAppFontAddFile (self->config, (const FcChar8 *)path) == FcTrue)
        added++;
    }
  return added;
}

SfFonts *
sf_fonts_new (const char *directory, GError **error)
{
  g_autoptr (SfFonts) self = g_object_new (SF_TYPE_FONTS, NULL);
  g_autofree char *path = find_directory (directory);

  self->config = FcConfigCreate ();
  if (self->config == NULL || add_files (self, path) == 0)
    {
      g_set_error (error, SF_ERROR, SF_ERROR_NOT_FOUND,
                   _ ("The fonts of the report are missing from “%s”. Nothing was written; please "
                      "install Sixfold again."),
                   path);
      return NULL;
    }
  if (FcConfigParseAndLoadFromMemory (self->config, (const FcChar8 *)emoji, FcTrue) != FcTrue)
    g_warning ("the name of emoji is not understood");
  self->map = pango_cairo_font_map_new_for_font_type (CAIRO_FONT_TYPE_FT);
  g_assert (PANGO_IS_FC_FONT_MAP (self->map));
  pango_fc_font_map_set_config (PANGO_FC_FONT_MAP (self->map), self->config);
  pango_cairo_font_map_set_resolution (PANGO_CAIRO_FONT_MAP (self->map), 72);
  return g_steal_pointer (&self);
}

PangoContext *
sf_fonts_create_context (SfFonts *self, const char *language)
{
  PangoContext *context;
  cairo_font_options_t *options;

  g_return_val_if_fail (SF_IS_FONTS (self), NULL);

  context = pango_font_map_create_context (self->map);
  options = cairo_font_options_create ();
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_language (context, pango_language_from_string (language));
  return context;
}
