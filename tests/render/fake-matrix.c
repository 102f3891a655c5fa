/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix model over plain arrays. Every step keeps a copy of all there was, which makes undo
 * trivially right. */
#include "config.h"

#include "fake-matrix.h"

static const char *const letters[] = { "R", "A", "A/R", "C", "I" };
static const char *const words[] = {
  "Responsible", "Accountable", "Accountable and responsible", "Consulted", "Informed"
};
static const EntMatrixTone tones[] = {
  ENT_MATRIX_TONE_MEDIUM, ENT_MATRIX_TONE_STRONG, ENT_MATRIX_TONE_STRONG, ENT_MATRIX_TONE_LIGHT,
  ENT_MATRIX_TONE_FAINT
};

struct _FakeMatrix {
  GObject     parent_instance;
  GPtrArray  *row_titles;
  GPtrArray  *column_titles;
  GPtrArray  *group_titles;
  GPtrArray  *cells; /* a row each: GByteArray of 0 = empty, n = letters[n - 1] */
  GHashTable *marks; /* row * 65536 + column + 1 → mark; column 0 stands for the row's header */
  GQueue      steps; /* GPtrArray: cells, then titles */
  guint       group_size;
  guint       n_total_rows;
  guint       n_total_columns;
  guint       depth;
  gboolean    read_only;
  int         locked_column; /* -1 for none */
  EntMatrixSigns signs;
};

static void fake_matrix_iface_init (EntMatrixModelInterface *iface);

G_DEFINE_TYPE_WITH_CODE (FakeMatrix, fake_matrix, G_TYPE_OBJECT,
                         G_IMPLEMENT_INTERFACE (ENT_TYPE_MATRIX_MODEL, fake_matrix_iface_init))

static GByteArray *
copy_row (GByteArray *row)
{
  return g_byte_array_append (g_byte_array_sized_new (row->len), row->data, row->len);
}

static GPtrArray *
copy_state (FakeMatrix *self)
{
  GPtrArray *state = g_ptr_array_new ();
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->cells->len; i++)
    {
      g_ptr_array_add (rows, copy_row (self->cells->pdata[i]));
      g_ptr_array_add (titles, g_strdup (self->row_titles->pdata[i]));
    }
  g_ptr_array_add (state, rows);
  g_ptr_array_add (state, titles);
  return state;
}

static void
free_state (gpointer data)
{
  GPtrArray *state = data;

  g_ptr_array_unref (state->pdata[0]);
  g_ptr_array_unref (state->pdata[1]);
  g_ptr_array_unref (state);
}

static void
push_step (FakeMatrix *self)
{
  if (self->depth == 0)
    g_queue_push_tail (&self->steps, copy_state (self));
}

static guint
fake_get_n_rows (EntMatrixModel *model)
{
  return FAKE_MATRIX (model)->cells->len;
}

static guint
fake_get_n_columns (EntMatrixModel *model)
{
  return FAKE_MATRIX (model)->column_titles->len;
}

static guint
fake_get_n_total_rows (EntMatrixModel *model)
{
  return FAKE_MATRIX (model)->n_total_rows;
}

static guint
fake_get_n_total_columns (EntMatrixModel *model)
{
  return FAKE_MATRIX (model)->n_total_columns;
}

static char *
fake_dup_rows_label (EntMatrixModel *model)
{
  return g_strdup ("Tasks");
}

static char *
fake_dup_row_title (EntMatrixModel *model,
                    guint           row)
{
  return g_strdup (FAKE_MATRIX (model)->row_titles->pdata[row]);
}

static char *
fake_dup_column_title (EntMatrixModel *model,
                       guint           column)
{
  return g_strdup (FAKE_MATRIX (model)->column_titles->pdata[column]);
}

static char *
fake_dup_column_detail (EntMatrixModel *model,
                        guint           column)
{
  static const char *const names[] = { "Maya Lindqvist", "Tom Okafor", NULL, "Ana de la Cruz" };

  return g_strdup (names[column % G_N_ELEMENTS (names)]);
}

static guint
fake_get_column_group (EntMatrixModel *model,
                       guint           column)
{
  FakeMatrix *self = FAKE_MATRIX (model);

  return self->group_size == 0 ? 0 : column / self->group_size;
}

static char *
fake_dup_group_title (EntMatrixModel *model,
                      guint           group)
{
  FakeMatrix *self = FAKE_MATRIX (model);

  if (self->group_titles->len == 0)
    return NULL;
  return g_strdup (self->group_titles->pdata[group % self->group_titles->len]);
}

static guint8
get_code (EntMatrixModel *model,
          guint           row,
          guint           column)
{
  GByteArray *cells = FAKE_MATRIX (model)->cells->pdata[row];

  return cells->data[column];
}

static const char *
fake_get_cell_text (EntMatrixModel *model,
                    guint           row,
                    guint           column)
{
  guint8 code = get_code (model, row, column);

  return code == 0 ? "" : letters[code - 1];
}

static EntMatrixTone
fake_get_cell_tone (EntMatrixModel *model,
                    guint           row,
                    guint           column)
{
  guint8 code = get_code (model, row, column);

  return code == 0 ? ENT_MATRIX_TONE_NONE : tones[code - 1];
}

static EntMatrixMark
get_mark (EntMatrixModel *model,
          guint           row,
          guint           column)
{
  gpointer key = GUINT_TO_POINTER (row * 65536 + column);

  return GPOINTER_TO_UINT (g_hash_table_lookup (FAKE_MATRIX (model)->marks, key));
}

static EntMatrixMark
fake_get_cell_mark (EntMatrixModel *model,
                    guint           row,
                    guint           column)
{
  return get_mark (model, row, column + 1);
}

static EntMatrixMark
fake_get_row_mark (EntMatrixModel *model,
                   guint           row)
{
  return get_mark (model, row, 0);
}

static char *
fake_dup_cell_description (EntMatrixModel *model,
                           guint           row,
                           guint           column)
{
  FakeMatrix *self = FAKE_MATRIX (model);
  guint8 code = get_code (model, row, column);

  return g_strdup_printf ("%s, %s: %s", (char *) self->row_titles->pdata[row],
                          (char *) self->column_titles->pdata[column],
                          code == 0 ? "empty" : words[code - 1]);
}

static int
parse_code (const char *text)
{
  static const struct {
    const char *text;
    int         code;
  } forms[] = {
    { "", 0 }, { "r", 1 }, { "a", 2 }, { "a/r", 3 }, { "ar", 3 }, { "a/", 3 },
    { "ra", 3 }, { "r/a", 3 }, { "c", 4 }, { "i", 5 },
  };
  g_autofree char *folded = g_utf8_strdown (text, -1);

  for (guint i = 0; i < G_N_ELEMENTS (forms); i++)
    if (g_str_equal (folded, forms[i].text))
      return forms[i].code;
  return -1;
}

static gboolean
fake_set_cell (EntMatrixModel  *model,
               guint            row,
               guint            column,
               const char      *text,
               GError         **error)
{
  FakeMatrix *self = FAKE_MATRIX (model);
  GByteArray *cells = self->cells->pdata[row];
  int code = parse_code (text);

  g_assert_cmpint ((int) column, !=, self->locked_column);
  if (code < 0)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "“%s” is none of R, A, C, I.", text);
      return FALSE;
    }
  if (cells->data[column] == code)
    return TRUE;
  push_step (self);
  cells->data[column] = (guint8) code;
  ent_matrix_model_changed (model, row, column, 1, 1);
  return TRUE;
}

static gboolean
fake_can_edit (EntMatrixModel *model)
{
  return !FAKE_MATRIX (model)->read_only;
}

static gboolean
fake_can_edit_cell (EntMatrixModel *model,
                    guint           row,
                    guint           column)
{
  return (int) column != FAKE_MATRIX (model)->locked_column;
}

static EntMatrixSigns
fake_get_cell_signs (EntMatrixModel *model,
                     guint           row,
                     guint           column)
{
  return FAKE_MATRIX (model)->signs;
}

static EntMatrixInput
fake_check_input (EntMatrixModel *model,
                  const char     *text)
{
  gboolean after_r = g_ascii_tolower (*text) == 'r' && text[1] != '\0';

  return parse_code (text) >= 0 && !after_r ? ENT_MATRIX_INPUT_COMPLETE : ENT_MATRIX_INPUT_REFUSED;
}

static guint
fake_get_n_choices (EntMatrixModel *model)
{
  return G_N_ELEMENTS (letters);
}

static const char *
fake_get_choice_text (EntMatrixModel *model,
                      guint           choice)
{
  return letters[choice];
}

static char *
fake_dup_choice_label (EntMatrixModel *model,
                       guint           choice)
{
  return g_strdup (words[choice]);
}

static char *
fake_dup_append_prompt (EntMatrixModel *model)
{
  return FAKE_MATRIX (model)->read_only ? NULL : g_strdup ("Add a task…");
}

static gboolean
fake_append_row (EntMatrixModel  *model,
                 const char      *title,
                 GError         **error)
{
  FakeMatrix *self = FAKE_MATRIX (model);
  GByteArray *row = g_byte_array_new ();

  push_step (self);
  g_byte_array_set_size (row, self->column_titles->len);
  for (guint i = 0; i < row->len; i++)
    row->data[i] = 0;
  g_ptr_array_add (self->cells, row);
  g_ptr_array_add (self->row_titles, g_strdup (title));
  ent_matrix_model_layout_changed (model);
  return TRUE;
}

static gboolean
fake_set_row_title (EntMatrixModel  *model,
                    guint            row,
                    const char      *title,
                    GError         **error)
{
  FakeMatrix *self = FAKE_MATRIX (model);

  if (*title == '\0')
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, "A task needs a title.");
      return FALSE;
    }
  push_step (self);
  g_free (self->row_titles->pdata[row]);
  self->row_titles->pdata[row] = g_strdup (title);
  ent_matrix_model_layout_changed (model);
  return TRUE;
}

static gpointer
fake_begin_edit (EntMatrixModel *model,
                 const char     *label)
{
  FakeMatrix *self = FAKE_MATRIX (model);

  push_step (self);
  self->depth++;
  return self;
}

static void
fake_end_edit (EntMatrixModel *model,
               gpointer        edit,
               gboolean        commit)
{
  FakeMatrix *self = FAKE_MATRIX (model);

  g_assert_true (edit == self);
  self->depth--;
  if (!commit)
    fake_matrix_undo (self);
}

static void
fake_matrix_iface_init (EntMatrixModelInterface *iface)
{
  iface->get_n_rows = fake_get_n_rows;
  iface->get_n_columns = fake_get_n_columns;
  iface->get_n_total_rows = fake_get_n_total_rows;
  iface->get_n_total_columns = fake_get_n_total_columns;
  iface->dup_rows_label = fake_dup_rows_label;
  iface->dup_row_title = fake_dup_row_title;
  iface->dup_column_title = fake_dup_column_title;
  iface->dup_column_detail = fake_dup_column_detail;
  iface->get_column_group = fake_get_column_group;
  iface->dup_group_title = fake_dup_group_title;
  iface->get_cell_text = fake_get_cell_text;
  iface->get_cell_tone = fake_get_cell_tone;
  iface->get_cell_mark = fake_get_cell_mark;
  iface->get_row_mark = fake_get_row_mark;
  iface->dup_cell_description = fake_dup_cell_description;
  iface->set_cell = fake_set_cell;
  iface->can_edit = fake_can_edit;
  iface->can_edit_cell = fake_can_edit_cell;
  iface->get_cell_signs = fake_get_cell_signs;
  iface->check_input = fake_check_input;
  iface->get_n_choices = fake_get_n_choices;
  iface->get_choice_text = fake_get_choice_text;
  iface->dup_choice_label = fake_dup_choice_label;
  iface->dup_append_prompt = fake_dup_append_prompt;
  iface->append_row = fake_append_row;
  iface->set_row_title = fake_set_row_title;
  iface->begin_edit = fake_begin_edit;
  iface->end_edit = fake_end_edit;
}

static void
fake_matrix_finalize (GObject *object)
{
  FakeMatrix *self = FAKE_MATRIX (object);

  g_ptr_array_unref (self->row_titles);
  g_ptr_array_unref (self->column_titles);
  g_ptr_array_unref (self->group_titles);
  g_ptr_array_unref (self->cells);
  g_hash_table_unref (self->marks);
  g_queue_clear_full (&self->steps, free_state);
  G_OBJECT_CLASS (fake_matrix_parent_class)->finalize (object);
}

static void
fake_matrix_class_init (FakeMatrixClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = fake_matrix_finalize;
}

static void
fake_matrix_init (FakeMatrix *self)
{
  self->row_titles = g_ptr_array_new_with_free_func (g_free);
  self->column_titles = g_ptr_array_new_with_free_func (g_free);
  self->group_titles = g_ptr_array_new_with_free_func (g_free);
  self->cells = g_ptr_array_new_with_free_func ((GDestroyNotify) g_byte_array_unref);
  self->marks = g_hash_table_new (NULL, NULL);
  self->locked_column = -1;
  g_queue_init (&self->steps);
}

/* Rows are called "Task 1", columns "Role 1"; every cell is empty. */
FakeMatrix *
fake_matrix_new (guint n_rows,
                 guint n_columns)
{
  FakeMatrix *self = g_object_new (FAKE_TYPE_MATRIX, NULL);

  for (guint i = 0; i < n_columns; i++)
    g_ptr_array_add (self->column_titles, g_strdup_printf ("Role %u", i + 1));
  self->depth++;
  for (guint i = 0; i < n_rows; i++)
    {
      g_autofree char *title = g_strdup_printf ("Task %u", i + 1);

      fake_append_row (ENT_MATRIX_MODEL (self), title, NULL);
    }
  self->depth--;
  return self;
}

void
fake_matrix_set_read_only (FakeMatrix *self,
                           gboolean    read_only)
{
  self->read_only = read_only;
  ent_matrix_model_layout_changed (ENT_MATRIX_MODEL (self));
}

static void
replace_titles (GPtrArray   *titles,
                const char **names)
{
  for (guint i = 0; i < titles->len && names != NULL && names[0] != NULL; i++)
    {
      guint n = i % g_strv_length ((char **) names);

      g_free (titles->pdata[i]);
      titles->pdata[i] = g_strdup (names[n]);
    }
}

/* Names are used round and round; columns stand in groups of group_size. */
void
fake_matrix_set_titles (FakeMatrix  *self,
                        const char **rows,
                        const char **columns,
                        const char **groups,
                        guint        group_size)
{
  replace_titles (self->row_titles, rows);
  replace_titles (self->column_titles, columns);
  for (guint i = 0; groups != NULL && groups[i] != NULL; i++)
    g_ptr_array_add (self->group_titles, g_strdup (groups[i]));
  self->group_size = group_size;
  ent_matrix_model_layout_changed (ENT_MATRIX_MODEL (self));
}

/* A column of G_MAXUINT marks the row. */
void
fake_matrix_set_mark (FakeMatrix    *self,
                      guint          row,
                      guint          column,
                      EntMatrixMark  mark)
{
  g_hash_table_insert (self->marks, GUINT_TO_POINTER (row * 65536 + column + 1),
                       GUINT_TO_POINTER (mark));
  ent_matrix_model_changed (ENT_MATRIX_MODEL (self), row, 0, 1, self->column_titles->len);
}

/* Every cell shows these signs. */
void
fake_matrix_set_signs (FakeMatrix     *self,
                       EntMatrixSigns  signs)
{
  self->signs = signs;
  ent_matrix_model_layout_changed (ENT_MATRIX_MODEL (self));
}

/* The last rows and columns are said to be totals. */
void
fake_matrix_set_totals (FakeMatrix *self,
                        guint       n_rows,
                        guint       n_columns)
{
  self->n_total_rows = n_rows;
  self->n_total_columns = n_columns;
  ent_matrix_model_layout_changed (ENT_MATRIX_MODEL (self));
}

/* The cells of this column cannot be changed. */
void
fake_matrix_lock_column (FakeMatrix *self,
                         int         column)
{
  self->locked_column = column;
}

/* About half of the cells hold a letter, one A a row. */
void
fake_matrix_fill (FakeMatrix *self,
                  guint32     seed)
{
  g_autoptr(GRand) rand = g_rand_new_with_seed (seed);

  for (guint i = 0; i < self->cells->len; i++)
    {
      GByteArray *row = self->cells->pdata[i];

      for (guint j = 0; j < row->len; j++)
        {
          static const guint8 codes[] = { 0, 0, 0, 0, 0, 1, 4, 5, 5, 4 };

          row->data[j] = codes[g_rand_int_range (rand, 0, G_N_ELEMENTS (codes))];
        }
      if (row->len > 0)
        row->data[g_rand_int_range (rand, 0, (int) row->len)] =
          (guint8) g_rand_int_range (rand, 2, 4);
    }
  ent_matrix_model_layout_changed (ENT_MATRIX_MODEL (self));
}

void
fake_matrix_remove_row (FakeMatrix *self,
                        guint       row)
{
  push_step (self);
  g_ptr_array_remove_index (self->cells, row);
  g_ptr_array_remove_index (self->row_titles, row);
  ent_matrix_model_layout_changed (ENT_MATRIX_MODEL (self));
}

void
fake_matrix_undo (FakeMatrix *self)
{
  GPtrArray *state = g_queue_pop_tail (&self->steps);

  g_assert_nonnull (state);
  g_ptr_array_unref (self->cells);
  g_ptr_array_unref (self->row_titles);
  self->cells = g_ptr_array_ref (state->pdata[0]);
  self->row_titles = g_ptr_array_ref (state->pdata[1]);
  free_state (state);
  ent_matrix_model_layout_changed (ENT_MATRIX_MODEL (self));
}

guint
fake_matrix_get_n_steps (FakeMatrix *self)
{
  return self->steps.length;
}
