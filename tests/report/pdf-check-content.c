/* SPDX-FileCopyrightText: 2026 The Sixfold contributors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */
/* What pages show, piece by piece. Only the operators that the writer uses are known; another is a
 * complaint. */
#include "pdf-check.h"

#include <math.h>
#include <string.h>

/* A mark that is open. */
typedef struct
{
  CheckPiece *piece; /* or NULL */
  gboolean artifact;
  gboolean pagination;
  char *actual; /* text that it stands for; or NULL */
  gboolean seen;
} Mark;

typedef struct
{
  Check *check;
  guint page;
  qpdf_oh fonts;
  GPtrArray *operands; /* of char * */
  GArray *marks;       /* of Mark */
  CheckFont *font;
  double size;
  int mode;
  double x;
  double y;
} Reader;

static Mark *
get_mark (Reader *self)
{
  return self->marks->len > 0 ? &g_array_index (self->marks, Mark, self->marks->len - 1) : NULL;
}

static CheckPiece *
get_piece (Reader *self)
{
  for (guint i = self->marks->len; i > 0; i--)
    if (g_array_index (self->marks, Mark, i - 1).piece != NULL)
      return g_array_index (self->marks, Mark, i - 1).piece;
  return NULL;
}

static gboolean
is_inside (Reader *self, gboolean pagination)
{
  for (guint i = 0; i < self->marks->len; i++)
    {
      const Mark *mark = &g_array_index (self->marks, Mark, i);

      if (pagination ? mark->pagination : mark->artifact || mark->piece != NULL)
        return TRUE;
    }
  return FALSE;
}

static const char *
get_actual (Reader *self)
{
  Mark *mark = get_mark (self);

  return mark != NULL ? mark->actual : NULL;
}

static void
note_painted (Reader *self)
{
  if (!is_inside (self, FALSE))
    check_complain (self->check, "marked: something on page %u is not marked", self->page + 1);
  if (get_mark (self) != NULL)
    get_mark (self)->seen = TRUE;
}

/* --- words ------------------------------------------------------------------------------------ */

static gboolean
is_ink (const char *text)
{
  gunichar c = g_utf8_get_char (text);

  return !g_unichar_isspace (c) && !g_unichar_iszerowidth (c) && c != 0xad;
}

static void
show_code (Reader *self, guint code)
{
  const char *text = g_hash_table_lookup (self->font->texts, GUINT_TO_POINTER (code));
  CheckPiece *piece = get_piece (self);
  double width = code < self->font->widths->len
                     ? g_array_index (self->font->widths, double, code) * self->size / 1000
                     : 0;
  CheckGlyph glyph = { self->x, self->y, width };

  if (self->mode == 0)
    note_painted (self);
  if (text == NULL)
    text = "\357\277\275";
  if (piece != NULL && get_actual (self) == NULL)
    {
      g_string_append (piece->text, text);
      if (g_utf8_strlen (text, -1) != 1)
        check_complain (self->check, "ActualText: “%s” is shown by one glyph", text);
    }
  if (piece != NULL && self->mode == 0 && is_ink (text))
    g_array_append_val (piece->glyphs, glyph);
  if (piece == NULL && is_inside (self, TRUE))
    g_string_append (self->check->pagination, text);
  self->x += width;
}

static void
show (Reader *self)
{
  for (guint i = 0; i < self->operands->len; i++)
    {
      const char *operand = self->operands->pdata[i];

      if (*operand == '<')
        for (const char *at = operand + 1; strlen (at) >= 4; at += 4)
          {
            char digits[5] = { at[0], at[1], at[2], at[3], 0 };

            show_code (self, strtoul (digits, NULL, 16));
          }
      else if (*operand != '[' && *operand != ']')
        self->x -= g_ascii_strtod (operand, NULL) * self->size / 1000;
    }
}

static double
get_number (Reader *self, guint from_end)
{
  if (self->operands->len <= from_end)
    return 0;
  return g_ascii_strtod (self->operands->pdata[self->operands->len - 1 - from_end], NULL);
}

static void
set_font (Reader *self)
{
  const char *name = self->operands->len > 1 ? self->operands->pdata[0] : "/none";

  self->font = check_get_font (self->check, check_key (self->check, self->fonts, name));
  self->size = get_number (self, 0);
}

/* --- marks ------------------------------------------------------------------------------------ */

static const char *
find_entry (Reader *self, const char *key)
{
  for (guint i = 0; i + 1 < self->operands->len; i++)
    if (strcmp (self->operands->pdata[i], key) == 0)
      return self->operands->pdata[i + 1];
  return NULL;
}

static char *
decode_actual (const char *digits)
{
  g_autofree gunichar2 *units = g_new0 (gunichar2, strlen (digits) / 4 + 1);
  guint n = 0;

  for (const char *at = digits + 5; strlen (at) >= 4; at += 4) /* after "<FEFF" */
    {
      char unit[5] = { at[0], at[1], at[2], at[3], 0 };

      units[n++] = strtoul (unit, NULL, 16);
    }
  return g_utf16_to_utf8 (units, n, NULL, NULL, NULL);
}

static void
begin_mark (Reader *self)
{
  const char *tag = self->operands->len > 0 ? self->operands->pdata[0] : "";
  const char *number = find_entry (self, "/MCID"), *actual = find_entry (self, "/ActualText");
  const char *type = find_entry (self, "/Type");
  Mark mark = { .artifact = strcmp (tag, "/Artifact") == 0 };

  mark.pagination = mark.artifact && g_strcmp0 (type, "/Pagination") == 0;
  if (number != NULL)
    {
      CheckPiece *piece = g_new0 (CheckPiece, 1);

      if (is_inside (self, FALSE))
        check_complain (self->check, "marked: a piece within another on page %u", self->page + 1);
      piece->page = self->page;
      piece->mark = strtoul (number, NULL, 10);
      piece->tag = g_strdup (tag);
      piece->text = g_string_new (NULL);
      piece->actual = actual != NULL && strcmp (tag, "/Span") == 0;
      piece->glyphs = g_array_new (FALSE, FALSE, sizeof (CheckGlyph));
      check_add_piece (self->check, piece);
      mark.piece = piece;
    }
  /* Poppler forgets the rest of a text after a mark within it. */
  if (number == NULL && get_piece (self) != NULL)
    check_complain (self->check, "marked: a mark within a piece on page %u", self->page + 1);
  if (actual != NULL)
    mark.actual = decode_actual (actual);
  g_array_append_val (self->marks, mark);
}

static void
end_mark (Reader *self)
{
  Mark *mark = get_mark (self);

  if (mark == NULL)
    {
      check_complain (self->check, "marked: a mark ends that did not begin");
      return;
    }
  if (mark->actual != NULL && !mark->seen && strspn (mark->actual, " \n") == 0)
    check_complain (self->check, "missing: nothing is to be seen of “%s”", mark->actual);
  if (mark->actual != NULL && get_piece (self) != NULL)
    g_string_append (get_piece (self)->text, mark->actual);
  g_free (mark->actual);
  g_array_set_size (self->marks, self->marks->len - 1);
}

/* --- operators -------------------------------------------------------------------------------- */

static void
run_operator (Reader *self, const char *name)
{
  static const char *const painting[] = { "S", "f", "Do", NULL };
  static const char *const others[]
      = { "m", "l", "c", "h", "re", "rg", "RG", "w", "J", "d", "cm", "q", "Q", "BT", "ET", NULL };

  if (g_strv_contains (painting, name))
    note_painted (self);
  else if (strcmp (name, "TJ") == 0)
    show (self);
  else if (strcmp (name, "Tf") == 0)
    set_font (self);
  else if (strcmp (name, "Tr") == 0)
    self->mode = get_number (self, 0);
  else if (strcmp (name, "Tm") == 0)
    {
      self->x = get_number (self, 1);
      self->y = get_number (self, 0);
    }
  else if (strcmp (name, "BDC") == 0 || strcmp (name, "BMC") == 0)
    begin_mark (self);
  else if (strcmp (name, "EMC") == 0)
    end_mark (self);
  else if (!g_strv_contains (others, name))
    check_complain (self->check, "content: what is “%s”?", name);
  g_ptr_array_set_size (self->operands, 0);
}

/* The next word: "<<", ">>", "[", "]", "<0041" without its end, "/Name", a number, an operator. */
static char *
next_token (const char **at)
{
  const char *begin;

  *at += strspn (*at, " \n\r>");
  if (**at == '\0')
    return NULL;
  begin = *at;
  if (g_str_has_prefix (begin, "<<"))
    *at += 2;
  else if (*begin == '[' || *begin == ']')
    *at += 1;
  else
    *at += 1 + strcspn (begin + 1, " \n\r<>[]/");
  return g_strndup (begin, *at - begin);
}

static void
read_page (Check *check, guint page)
{
  g_autoptr (GBytes) bytes
      = check_stream (check,
                      check_key (check, g_array_index (check->pages, qpdf_oh, page), "/Contents"));
  g_autofree char *content = check_string (bytes);
  qpdf_oh resources = check_key (check, g_array_index (check->pages, qpdf_oh, page), "/Resources");
  Reader self = { .check = check, .page = page };
  const char *at = content;
  char *token;

  self.fonts = check_key (check, resources, "/Font");
  self.operands = g_ptr_array_new_with_free_func (g_free);
  self.marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  while ((token = next_token (&at)) != NULL)
    if (g_ascii_isalpha (*token))
      {
        run_operator (&self, token);
        g_free (token);
      }
    else
      g_ptr_array_add (self.operands, token);
  if (self.marks->len > 0)
    check_complain (check, "marked: a mark of page %u does not end", page + 1);
  g_ptr_array_unref (self.operands);
  g_array_unref (self.marks);
}

void
check_contents (Check *self)
{
  guint heads = 0;

  for (guint page = 0; page < self->pages->len; page++)
    {
      GPtrArray *items = sf_display_list_get_page (self->list, page);
      gsize before = self->pagination->len;

      read_page (self, page);
      for (guint i = 0; i < items->len; i++)
        {
          const SfItem *item = g_ptr_array_index (items, i);

          heads += item->text != NULL && item->origin.block == NULL;
        }
      if (heads > 0 && self->pagination->len == before)
        check_complain (self, "pagination: the head of page %u is none", page + 1);
      heads = 0;
    }
}
