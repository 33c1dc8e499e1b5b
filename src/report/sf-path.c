/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
#include "report/sf-path.h"

#include <string.h>

struct _SfPath
{
  GArray *elements; /* of SfPathElement */
};

gboolean
sf_color_parse (const char *text, SfColor *color)
{
  unsigned rgb = 0;

  if (text == NULL || text[0] != '#' || strlen (text) != 7)
    return FALSE;
  for (const char *digit = text + 1; *digit != '\0'; digit++)
    {
      if (!g_ascii_isxdigit (*digit))
        return FALSE;
      rgb = rgb * 16 + (unsigned)g_ascii_xdigit_value (*digit);
    }
  *color = (SfColor)SF_COLOR (rgb);
  return TRUE;
}

SfColor
sf_color_mix (SfColor color, SfColor other, double share)
{
  return (SfColor){
    color.red + (other.red - color.red) * share,
    color.green + (other.green - color.green) * share,
    color.blue + (other.blue - color.blue) * share,
  };
}

SfPath *
sf_path_new (void)
{
  SfPath *self = g_new0 (SfPath, 1);

  self->elements = g_array_new (FALSE, TRUE, sizeof (SfPathElement));
  return self;
}

SfPath *
sf_path_copy (const SfPath *self)
{
  SfPath *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = sf_path_new ();
  g_array_append_vals (copy->elements, self->elements->data, self->elements->len);
  return copy;
}

void
sf_path_free (SfPath *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->elements);
  g_free (self);
}

static void
append (SfPath *self, SfPathElement element)
{
  g_array_append_val (self->elements, element);
}

void
sf_path_move_to (SfPath *self, double x, double y)
{
  append (self, (SfPathElement){ SF_PATH_MOVE, { x, 0, 0 }, { y, 0, 0 } });
}

void
sf_path_line_to (SfPath *self, double x, double y)
{
  append (self, (SfPathElement){ SF_PATH_LINE, { x, 0, 0 }, { y, 0, 0 } });
}

void
sf_path_curve_to (SfPath *self, double x1, double y1, double x2, double y2, double x3, double y3)
{
  append (self, (SfPathElement){ SF_PATH_CURVE, { x1, x2, x3 }, { y1, y2, y3 } });
}

void
sf_path_close (SfPath *self)
{
  append (self, (SfPathElement){ SF_PATH_CLOSE, { 0, 0, 0 }, { 0, 0, 0 } });
}

void
sf_path_add_circle (SfPath *self, double x, double y, double radius)
{
  /* The usual distance of the controls for a quarter of a circle. */
  double k = radius * 0.5522847498;

  sf_path_move_to (self, x + radius, y);
  sf_path_curve_to (self, x + radius, y + k, x + k, y + radius, x, y + radius);
  sf_path_curve_to (self, x - k, y + radius, x - radius, y + k, x - radius, y);
  sf_path_curve_to (self, x - radius, y - k, x - k, y - radius, x, y - radius);
  sf_path_curve_to (self, x + k, y - radius, x + radius, y - k, x + radius, y);
  sf_path_close (self);
}

void
sf_path_add_rect (SfPath *self, double x, double y, double width, double height)
{
  sf_path_move_to (self, x, y);
  sf_path_line_to (self, x + width, y);
  sf_path_line_to (self, x + width, y + height);
  sf_path_line_to (self, x, y + height);
  sf_path_close (self);
}

const SfPathElement *
sf_path_get_elements (const SfPath *self, gsize *n)
{
  *n = self->elements->len;
  return (const SfPathElement *)self->elements->data;
}
